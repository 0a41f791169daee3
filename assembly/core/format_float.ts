// Double to text: the shortest digits that read back as the same double, and any number of correctly
// rounded digits.
export let digitsAt: usize = 0;
