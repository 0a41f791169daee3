# Blocks by any consistent indentation; tabs; comments at any column.
if True:
 print("one space")  # expect: one space
 if True:
        print("eight more")  # expect: eight more
   # comment at an odd column
 print("back")  # expect: back
if True:
	print("tab")  # expect: tab
	if True:
		print("two tabs")  # expect: two tabs
for x in [1]:

    # a comment first

    print(x)  # expect: 1

# at the left
    print("still inside")  # expect: still inside
