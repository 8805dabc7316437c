// A commitment that the machine missed: from words of the document, selected or typed, to the review page.
"use strict";

(() => {
  const text = document.querySelector("section.text");
  const form = document.getElementById("missed");
  const input = document.getElementById("missed-words");
  const said = document.getElementById("missed-said");
  let chosen = null; // the selected place whose words stand in the input
  const ABBREVIATED = /(?:^|[\s(])(?:\p{Lu}|\p{Lu}\p{Ll}{1,2}|(?:\p{L}\.)+\p{L})\.\s*$/u; // "Mr. ", "J. ", "U.S. "

  /** Words of a block from its begin to a place; the numbers of records are not the document's. */
  function wordsBefore(block, node, offset) {
    const range = document.createRange();
    range.selectNodeContents(block);
    if (node !== null) range.setEnd(node, offset);
    const words = range.cloneContents();
    for (const note of words.querySelectorAll(".note")) note.remove();
    return words.textContent;
  }

  function blockOf(node) {
    const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
    const block = element.closest("[data-start]");
    return block !== null && text.contains(block) ? block : null;
  }

  /** What is selected: {block, start, end} in the block's words, without white space around; else null. */
  function selected() {
    const selection = getSelection();
    if (selection.isCollapsed || selection.rangeCount === 0) return null;
    const range = selection.getRangeAt(0);
    const block = blockOf(range.startContainer);
    if (block === null || !block.contains(range.endContainer)) return null;
    const before = wordsBefore(block, range.startContainer, range.startOffset);
    const until = wordsBefore(block, range.endContainer, range.endOffset);
    const words = until.slice(before.length);
    const start = before.length + words.length - words.trimStart().length;
    return words.trim() === "" ? null : { block, start, end: start + words.trim().length };
  }

  /** Where typed words stand first in the text, or null. */
  function found(words) {
    for (const block of text.querySelectorAll("[data-start]")) {
      const start = wordsBefore(block, null).indexOf(words);
      if (start >= 0) return { block, start, end: start + words.length };
    }
    return null;
  }

  /** The sentences of some words: begin and end of each. One does not end behind a title or initials. */
  function sentences(words) {
    const parts = [];
    for (const { segment, index } of new Intl.Segmenter("en", { granularity: "sentence" }).segment(words)) {
      const last = parts.at(-1);
      if (last && ABBREVIATED.test(words.slice(last.start, last.end))) last.end = index + segment.length;
      else parts.push({ start: index, end: index + segment.length });
    }
    return parts;
  }

  /** The whole sentences that hold a place in a block's words. */
  function sentenceAround(words, place) {
    const held = sentences(words).filter((each) => each.start < place.end && each.end > place.start);
    const whole = words.slice(held[0].start, held.at(-1).end);
    const start = held[0].start + whole.length - whole.trimStart().length;
    return { start, end: start + whole.trim().length };
  }

  /** The document's character at a place of a block: strings count some characters twice. */
  function characterAt(block, words, place) {
    return Number(block.dataset.start) + [...words.slice(0, place)].length;
  }

  function address({ block, start, end }) {
    const words = wordsBefore(block, null);
    const sentence = sentenceAround(words, { start, end });
    const told = new URLSearchParams({
      add: form.dataset.document,
      at: characterAt(block, words, start),
      from: characterAt(block, words, sentence.start),
      action: words.slice(start, end),
      sentence: words.slice(sentence.start, sentence.end),
    });
    return `../review.html#${told}`;
  }

  function add() {
    const typed = input.value.trim();
    const place = chosen ?? (typed === "" ? null : found(typed));
    said.textContent = place === null ? "The text has no such words in one paragraph." : "";
    if (place === null) input.focus();
    else location.href = address(place);
  }

  function onKey(event) {
    if (event.key !== "m" || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    if (event.target.matches("input, textarea, select")) return;
    event.preventDefault();
    if (chosen === null) input.focus();
    else add();
  }

  document.addEventListener("selectionchange", () => {
    const place = selected();
    if (place === null) return; // a click elsewhere, into the form too, leaves the words
    chosen = place;
    input.value = wordsBefore(place.block, null).slice(place.start, place.end);
  });
  input.addEventListener("input", () => {
    chosen = null;
  });
  document.addEventListener("keydown", onKey);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    add();
  });
  form.hidden = false;
})();
