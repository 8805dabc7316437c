// One record of the review page: its words, what the machine made of them, and the form to correct it.
"use strict";

window.pledgebook.card = (() => {
  const { evidence } = window.pledgebook;

  /** The fields of the form: column, label, and what an input takes. */
  const FIELDS = [
    ["promisors", "Who", "names"],
    ["action", "Action", "words"],
    ["beneficiaries", "To whom", "names"],
    ["requested_by", "Asked by", "names"],
    ["force", "Force", "choice"],
    ["certainty", "Certainty", "choice"],
    ["polarity", "Polarity", "choice"],
    ["category", "Category", "choice"],
    ["amount", "Amount", "number"],
    ["unit", "Unit", "text"],
    ["due_text", "When, in words", "text"],
    ["due_start", "From", "date"],
    ["due_end", "Until", "date"],
    ["condition", "Condition", "text"],
    ["speaker", "Speaker", "text"],
    ["speaker_type", "Speaker is", "choice"],
    ["direct", "Quoted", "choice"],
  ];
  const AMOUNT = /^(\d+(\.\d+)?(e\+?\d+)?|\d{1,3}(,\d{3})+(\.\d+)?)$/i;
  const SUGGESTIONS = 8;

  function element(tag, properties = {}, ...children) {
    const made = Object.assign(document.createElement(tag), properties);
    made.append(...children);
    return made;
  }

  /** Words of a document in a sentence of ours: kept apart, whatever their direction. */
  function foreign(text) {
    return element("bdi", { textContent: text });
  }

  /** "security_guarantee" as people read it. */
  function readable(text) {
    return text.replaceAll("_", " ");
  }

  /** A record in one line, for headings and announcements. */
  function summary(cells) {
    return cells.promisors === "" ? cells.action : `${cells.promisors}: ${cells.action}`;
  }

  function due(cells) {
    const days = [cells.due_start, cells.due_end].filter(Boolean);
    const span = days.length === 2 && days[0] === days[1] ? days[0] : days.join(" to ");
    if (cells.due_text === "") return span;
    return span === "" ? cells.due_text : `${cells.due_text} (${span})`;
  }

  function speaker(cells) {
    const quoted = cells.direct === "true" ? ", in quotation marks" : "";
    return cells.speaker === "" ? `${cells.speaker_type}${quoted}` : `${cells.speaker} (${cells.speaker_type}${quoted})`;
  }

  /** The rows that are read before judging: label, text, and the columns that they show. */
  function rows(cells) {
    const shown = [
      ["Who", cells.promisors, ["promisors"]],
      ["Action", cells.action, ["action"]],
      ["To whom", cells.beneficiaries, ["beneficiaries"]],
      ["Force", `${cells.force}${cells.polarity === "negative" ? ", not to act" : ""}`, ["force", "polarity"]],
      ["Certainty", cells.certainty, ["certainty"]],
      ["Category", readable(cells.category), ["category"]],
      ["Amount", `${cells.amount} ${cells.unit}`.trim(), ["amount", "unit"]],
      ["When", due(cells), ["due_text", "due_start", "due_end"]],
      ["Condition", cells.condition, ["condition"]],
      ["Speaker", speaker(cells), ["speaker", "speaker_type", "direct"]],
    ];
    const request = cells.force === "request" || cells.requested_by !== "";
    if (request) shown.splice(2, 0, ["Asked by", cells.requested_by, ["requested_by"]]);
    return shown;
  }

  /** Fill a description list with a record's fields; those that the analyst changed are marked. */
  function drawFields(list, cells, changes) {
    const entries = rows({ ...cells, ...changes }).map(([label, text, columns]) => {
      const value = element("dd", {}, text === "" ? element("span", { className: "none" }, "none") : foreign(text));
      if (columns.some((column) => column in changes)) value.append(" ", element("span", { className: "changed" }, "corrected"));
      return element("div", {}, element("dt", {}, label), value);
    });
    list.replaceChildren(...entries);
  }

  /** Segments before and after a place in their text, the one that holds the place cut in two. */
  function cut(segments, place) {
    const before = [];
    const after = [];
    let start = 0;
    for (const [text, roles] of segments) {
      const here = Math.min(Math.max(place - start, 0), text.length);
      if (here > 0) before.push([text.slice(0, here), roles]);
      if (here < text.length) after.push([text.slice(here), roles]);
      start += text.length;
    }
    return [before, after];
  }

  /** Where the sentence begins that holds the action: the same words may stand twice in a paragraph. */
  function sentenceStart(segments, sentence) {
    const text = segments.map(([words]) => words).join("");
    const first = segments.findIndex(([, roles]) => roles.includes("action"));
    const action = segments.slice(0, first).reduce((length, [words]) => length + words.length, 0);
    return text.lastIndexOf(sentence, action);
  }

  /** Draw the words in their paragraph, the sentence standing out. */
  function drawEvidence(paragraph, segments, sentence) {
    const start = Math.max(sentenceStart(segments, sentence), 0);
    const [before, rest] = cut(segments, start);
    const [inside, after] = cut(rest, sentence.length);
    paragraph.replaceChildren(
      element("span", { className: "around" }, evidence(before)),
      element("span", { className: "sentence" }, evidence(inside)),
      element("span", { className: "around" }, evidence(after)),
    );
  }

  function input(column, kind, allowed) {
    if (kind === "choice") {
      const options = allowed[column].map((value) => element("option", { value }, readable(value)));
      return element("select", {}, ...options);
    }
    if (kind === "words") return element("textarea", { rows: 2 });
    const made = element("input", { type: kind === "date" ? "date" : "text", autocomplete: "off" });
    if (kind === "number") made.inputMode = "decimal";
    return made;
  }

  /** A field of the form, with its label and room for what is wrong with it. */
  function field([column, label, kind], allowed, names) {
    const control = Object.assign(input(column, kind, allowed), { id: `field-${column}`, name: column, dir: "auto" });
    const fault = element("p", { className: "fault", id: `fault-${column}` });
    control.setAttribute("aria-describedby", kind === "names" || kind === "words" ? `hint fault-${column}` : `fault-${column}`);
    const parts = [element("label", { htmlFor: control.id }, label), control];
    if (kind === "names") parts.push(suggestions(control, names));
    return element("div", { className: `field field-${column}` }, ...parts, fault);
  }

  /** A list of known names that completes the last of several. */
  function suggestions(control, names) {
    const list = element("datalist", { id: `names-${control.name}` });
    control.setAttribute("list", list.id);
    control.addEventListener("input", () => {
      const [, before, typed] = control.value.match(/^(.*;\s*)?([^;]*)$/s);
      const wanted = typed.trim().toLowerCase();
      const found = wanted === "" ? [] : names.filter((name) => name.toLowerCase().includes(wanted));
      const options = found.slice(0, SUGGESTIONS).map((name) => element("option", { value: `${before ?? ""}${name}` }));
      list.replaceChildren(...options);
    });
    return list;
  }

  /** Build the fields of the form, once. Only a request is asked for by somebody. */
  function drawForm(form, data) {
    const fields = FIELDS.map((described) => field(described, data.allowed, data.suggested));
    form.querySelector(".correction-fields").replaceChildren(...fields);
    form.elements.force.addEventListener("change", () => showAsker(form));
  }

  function showAsker(form) {
    const asked = form.elements.requested_by;
    asked.parentElement.hidden = form.elements.force.value !== "request" && asked.value === "";
  }

  function fillForm(form, cells, changes) {
    for (const [column] of FIELDS) form.elements[column].value = changes[column] ?? cells[column];
    showAsker(form);
    showFaults(form, {});
  }

  /** A value as the sheet holds it, so that another spelling of the same is no change. */
  function tidied(text, kind) {
    if (kind === "names") return text.split(";").map((name) => name.trim()).filter(Boolean).join("; ");
    const trimmed = text.trim();
    return kind === "number" && AMOUNT.test(trimmed) ? String(Number(trimmed.replaceAll(",", ""))) : trimmed;
  }

  /** What the form says that the record does not, by column. */
  function readForm(form, cells) {
    const changes = {};
    for (const [column, , kind] of FIELDS) {
      const value = tidied(form.elements[column].value, kind);
      if (value !== tidied(cells[column], kind)) changes[column] = value;
    }
    return changes;
  }

  /** What the import would refuse in a record, by column, in words. */
  function faults(cells) {
    const found = {};
    if (cells.promisors === "") found.promisors = "Somebody must bind themselves.";
    if (cells.action === "" || !cells.sentence.includes(cells.action)) {
      found.action = "These words are not in the sentence.";
    }
    if (cells.amount !== "" && !AMOUNT.test(cells.amount)) found.amount = "Write a number such as 2500000 or 2.5.";
    if (cells.amount !== "" && cells.unit === "") found.unit = "An amount needs its unit.";
    if (cells.due_start !== "" && cells.due_end !== "" && cells.due_start > cells.due_end) {
      found.due_end = "This is before the first day.";
    }
    if (cells.requested_by !== "" && cells.force !== "request") {
      found.requested_by = "Only a request is asked for by somebody.";
    }
    return found;
  }

  /** Say beside each field what is wrong with it, and go to the first. */
  function showFaults(form, found) {
    for (const [column] of FIELDS) {
      form.querySelector(`#fault-${column}`).textContent = found[column] ?? "";
      form.elements[column].setAttribute("aria-invalid", String(column in found));
    }
    const first = FIELDS.find(([column]) => column in found);
    if (first) form.elements[first[0]].focus();
  }

  return { element, foreign, summary, drawFields, drawEvidence, drawForm, fillForm, readForm, faults, showFaults };
})();
