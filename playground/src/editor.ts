// The editor: CodeMirror with Python, breakpoints in the gutter, and the line where the program stands.
import { closeBrackets } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentMore, indentLess } from "@codemirror/commands";
import { python } from "@codemirror/lang-python";
import { bracketMatching, indentUnit, syntaxHighlighting } from "@codemirror/language";
import { EditorState, RangeSet, StateEffect, StateField } from "@codemirror/state";
import { classHighlighter } from "@lezer/highlight";
import {
  Decoration, type DecorationSet, EditorView, GutterMarker, drawSelection, gutter, highlightActiveLine, keymap, lineNumbers,
} from "@codemirror/view";

const setBreakpoint = StateEffect.define<{ at: number; on: boolean }>({
  map: (value, changes) => ({ at: changes.mapPos(value.at), on: value.on }),
});
const setHere = StateEffect.define<number | undefined>();

class Dot extends GutterMarker {
  override toDOM(): Node { return document.createTextNode("●"); }
}
const dot = new Dot();

/** Breakpoints move with the text that they stand at. */
const breakpoints = StateField.define<RangeSet<GutterMarker>>({
  create: () => RangeSet.empty,
  update(set, transaction) {
    let next = set.map(transaction.changes);
    for (const effect of transaction.effects) {
      if (!effect.is(setBreakpoint)) continue;
      const { at, on } = effect.value;
      next = next.update(on ? { add: [dot.range(at)] } : { filter: (from) => from !== at });
    }
    return next;
  },
});

const here = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(set, transaction) {
    for (const effect of transaction.effects) {
      if (!effect.is(setHere)) continue;
      const line = effect.value;
      if (line === undefined || line > transaction.state.doc.lines) return Decoration.none;
      return Decoration.set([Decoration.line({ class: "cm-here" }).range(transaction.state.doc.line(line).from)]);
    }
    return set.map(transaction.changes);
  },
  provide: (field) => EditorView.decorations.from(field),
});

export class Editor {
  #view: EditorView;
  /** Called when the text or the breakpoints have changed. */
  onChange: (() => void) | undefined;

  constructor(parent: HTMLElement) {
    this.#view = new EditorView({
      parent,
      extensions: [
        breakpoints,
        here,
        gutter({
          class: "cm-breakpoints",
          markers: (view) => view.state.field(breakpoints),
          initialSpacer: () => dot,
          domEventHandlers: { mousedown: (_view, block) => { this.#toggle(block.from); return true; } },
        }),
        lineNumbers(),
        history(),
        drawSelection(),
        indentUnit.of("    "),
        EditorState.tabSize.of(4),
        bracketMatching(),
        closeBrackets(),
        highlightActiveLine(),
        python(),
        syntaxHighlighting(classHighlighter),
        EditorView.contentAttributes.of({ "aria-label": "Python program" }),
        keymap.of([
          // Tab indents; Escape first makes it leave the editor, so that no one is caught in here.
          { key: "Tab", run: indentMore, shift: indentLess },
          { key: "Escape", run: (view) => { view.setTabFocusMode(2000); return true; } },
          { key: "F9", run: (view) => { this.#toggle(view.state.doc.lineAt(view.state.selection.main.head).from); return true; } },
          ...defaultKeymap, ...historyKeymap,
        ]),
        EditorView.updateListener.of((update) => {
          const dots = update.startState.field(breakpoints) !== update.state.field(breakpoints);
          if (update.docChanged || dots) this.onChange?.();
        }),
      ],
    });
  }

  get text(): string { return this.#view.state.doc.toString(); }
  /** Replaces all of it; breakpoints go. */
  set text(text: string) {
    const { state } = this.#view;
    const off: StateEffect<unknown>[] = [];
    state.field(breakpoints).between(0, state.doc.length, (at) => { off.push(setBreakpoint.of({ at, on: false })); });
    this.#view.dispatch({ effects: off });
    this.#view.dispatch({ changes: { from: 0, to: this.#view.state.doc.length, insert: text } });
  }
  /** Lines with a breakpoint, from 1. */
  get breakpoints(): number[] {
    const { doc } = this.#view.state;
    const lines: number[] = [];
    this.#view.state.field(breakpoints).between(0, doc.length, (at) => { lines.push(doc.lineAt(at).number); });
    return [...new Set(lines)];
  }
  /** Marks the line where the program stands, from 1; undefined: it runs, or there is none. */
  showLine(line: number | undefined): void {
    const effects: StateEffect<unknown>[] = [setHere.of(line)];
    if (line !== undefined && line <= this.#view.state.doc.lines) {
      effects.push(EditorView.scrollIntoView(this.#view.state.doc.line(line).from, { y: "nearest", yMargin: 40 }));
    }
    this.#view.dispatch({ effects });
  }
  focus(): void { this.#view.focus(); }

  #toggle(from: number): void {
    let on = true;
    this.#view.state.field(breakpoints).between(from, from, () => { on = false; });
    this.#view.dispatch({ effects: setBreakpoint.of({ at: from, on }) });
  }
}
