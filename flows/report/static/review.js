// The review page: a queue of records, one shown at a time, judged by key or button.
"use strict";

(() => {
  const { Records, VerdictStore, sheet, queue, card, lines, missed } = window.pledgebook;
  const { element, foreign, summary } = card;
  const part = (id) => document.getElementById(id);
  const DONE = {
    ...{ accept: "accepted", reject: "rejected", correct: "corrected", add: "added" },
    ...{ merge: "joined with another line", split: "taken out of its line" },
  };
  const CHOICES = ["order", "force", "category", "publisher", "actor", "least", "most", "q", "size"];

  let records;
  let store;
  let view;
  let batch; // what queue.batch gave for the view, and its records
  let shown = null; // the record on the page
  let turns = 0; // of the view: a slower one before the last is given up
  let loading = false;
  const skipped = new Set();
  const undoable = []; // {id, record, before}: what a verdict was before each one given on this page

  // What is shown

  function counted(number, noun) {
    return `${number.toLocaleString("en")} ${noun}${number === 1 ? "" : "s"}`;
  }

  function judged() {
    return batch.records.filter((record) => store.get(record.cells.commitment_id)).length;
  }

  function open(records) {
    return records.filter((record) => !store.get(record.cells.commitment_id));
  }

  function moveOf(record) {
    return store.get(`move.${record.cells.commitment_id}`);
  }

  function drawProgress() {
    const size = batch.records.length;
    part("progress-text").textContent = `${judged()} of ${size} judged`;
    part("done").max = Math.max(size, 1);
    part("done").value = judged();
    part("batch-text").textContent = `Batch ${batch.number} of ${batch.count}`;
    part("batch-before").disabled = batch.number === 1;
    part("batch-after").disabled = batch.number === batch.count;
    const waiting = store.all().filter((verdict) => !verdict.downloaded).length;
    const total = store.all().length;
    part("download-button").textContent =
      waiting > 0 || total === 0 ? `Download ${counted(waiting, "verdict")}` : `Download ${total} again`;
    part("download-button").disabled = total === 0;
    part("forget").disabled = total === 0;
    part("kept-text").textContent = counted(total, "verdict");
    if (part("kept").open) drawKept();
    if (part("rejected").open) drawRejected();
  }

  /** The verdicts that this browser keeps, each with a way to it and a way out. */
  function drawKept() {
    const rows = store.all().map((verdict) => {
      const { id, cells, changes, verdict: kind } = verdict;
      const words = foreign(summary({ ...cells, ...changes }));
      const there = cells.commitment_id === "" ? words : element("a", { href: `#record=${cells.commitment_id}` }, words);
      const out = element("button", { type: "button" }, "Remove");
      out.addEventListener("click", () => remove(id));
      return element("tr", {}, element("td", {}, DONE[kind]), element("td", {}, there), element("td", {}, out));
    });
    part("kept-rows").replaceChildren(...rows);
  }

  /** The records that analysts rejected, which no other page shows, each with a way back into the book. */
  function drawRejected() {
    const rows = records.rejected.map(({ cells, by, on, note }) => {
      const accepted = store.get(cells.commitment_id) !== null;
      const words = element("a", { href: `documents/${cells.document_id}.html` }, foreign(summary(cells)));
      const why = note === "" ? [] : [": ", foreign(note)];
      const button = element("button", { type: "button" }, accepted ? "Leave it rejected" : "Take back");
      button.addEventListener("click", () => (accepted ? leaveRejected(cells) : takeBack(cells)));
      const told = accepted ? ["to be accepted"] : [foreign(by), ` on ${on}`, ...why];
      return element("tr", {}, element("td", {}, words), element("td", {}, ...told), element("td", {}, button));
    });
    part("rejected-rows").replaceChildren(...rows);
  }

  function drawView() {
    const sizes = [...part("size").options].map((option) => option.value);
    if (!sizes.includes(view.size)) part("size").append(element("option", {}, view.size));
    for (const name of CHOICES) part(name).value = view[name];
    const told = [part("order").selectedOptions[0].textContent + " first"];
    for (const name of ["force", "category"]) if (view[name] !== "") told.push(part(name).selectedOptions[0].textContent);
    for (const name of ["actor", "publisher"]) if (view[name] !== "") told.push(view[name]);
    if (view.least !== "") told.push(`at least ${view.least} % sure`);
    if (view.most !== "") told.push(`at most ${view.most} % sure`);
    if (view.q !== "") told.push(`“${view.q}”`);
    if (view.line !== "") told.push("of one ledger line");
    if (view.document !== "") told.push("of one document");
    part("everything").hidden = view.line === "" && view.document === "";
    part("view-text").replaceChildren(foreign(told.join(", ")), `; ${counted(batch.total, "record")}`);
  }

  function drawSource(record) {
    const day = record.cells.published_on;
    const from = [element("a", { href: record.page }, foreign(record.title))];
    if (day !== "") from.push(", ", element("time", { dateTime: day }, day));
    if (record.line) from.push(" · ", element("a", { href: record.line }, "its line in the ledger"));
    if (record.entry) from.push(` · confidence ${record.entry.confidence} %`);
    part("source").replaceChildren(...from);
  }

  /** What the record's ledger line is, and what was decided of it. */
  function drawLine(record) {
    part("line").hidden = record.entry === null || record.entry.line === null;
    if (part("line").hidden) return;
    const others = records.lineSize(record.entry.line) - 1;
    const move = moveOf(record);
    const size = others === 0 ? "It is alone in its ledger line." : `Its ledger line holds ${counted(others, "other record")}.`;
    const now = move === null ? [size] : [element("strong", {}, `To be ${DONE[move.verdict]}`)];
    if (move?.verdict === "merge") now.push(": ", foreign(move.other));
    part("line-text").replaceChildren(...now);
    part("split").hidden = others === 0;
  }

  function badge(verdict, record) {
    if (verdict) return DONE[verdict.verdict];
    if (record.entry === null) return "missed by the machine";
    return record.entry.reviewed ? "reviewed before" : "";
  }

  function drawCard() {
    const { cells } = shown;
    const verdict = store.get(cells.commitment_id);
    const place = batch.records.indexOf(shown);
    part("place").textContent =
      place >= 0 ? `Record ${place + 1} of ${batch.records.length}` : shown.entry ? "A record outside this batch" : "A new record";
    part("badge").textContent = badge(verdict, shown);
    part("badge").className = verdict ? `chip ${verdict.verdict}` : badge(verdict, shown) ? "chip" : "";
    part("card-title").replaceChildren(foreign(summary({ ...cells, ...verdict?.changes })));
    part("note").value = verdict?.note ?? "";
    card.drawEvidence(part("evidence"), shown.paragraph, cells.sentence);
    card.drawFields(part("fields"), cells, verdict?.changes ?? {});
    drawSource(shown);
    drawLine(shown);
  }

  function drawEnd() {
    const left = open(batch.records).length;
    const last = batch.number === batch.count;
    part("end-title").textContent =
      batch.total === 0 ? "No record matches" : left === 0 ? "This batch is done" : "The rest of this batch is skipped";
    part("end-text").textContent =
      batch.total === 0
        ? "Choose other records: all of these may have been reviewed."
        : `${judged()} of ${batch.records.length} judged. Download the verdicts, then bring them into the book with pledgebook review import.`;
    part("end-skipped").hidden = left === 0;
    part("end-after").hidden = last;
    part("end-download").hidden = store.all().length === 0;
  }

  /** Show a record, or the end of the batch where there is none. */
  function show(record) {
    showForm(false);
    shown = record;
    part("card").hidden = record === null;
    part("end").hidden = record !== null;
    if (record === null) drawEnd();
    else drawCard();
    drawProgress();
    view.record = record?.cells.commitment_id ?? "";
    history.replaceState(null, "", queue.writeAddress(view));
  }

  /** Say something to those who do not see the page, and what they are at now. */
  function announce(...done) {
    const now =
      shown === null
        ? [part("end-title").textContent]
        : ["Now ", foreign(summary(shown.cells)), ". ", foreign(shown.cells.sentence)];
    part("announcement").replaceChildren(...done, ` ${part("progress-text").textContent}. `, ...now);
  }

  /** Show what was done, words of ours and elements, and announce it. */
  function say(...done) {
    part("said").replaceChildren(...done);
    announce(...done.map((words) => (typeof words === "string" ? words : words.cloneNode(true))));
  }

  /** Show a batch of the queue that the view asks for, at its record or the first that is not judged. */
  async function showBatch() {
    turns += 1;
    const turn = turns;
    loading = true;
    const next = queue.batch(queue.select(records, view), view);
    const asked = records.entry(view.record);
    next.records = await records.read(next.entries);
    if (asked !== null) await records.read([asked]);
    if (turn !== turns) return;
    loading = false;
    batch = next;
    view.batch = String(batch.number);
    if (view.record !== "" && asked === null) {
      tellMissing(view.record);
    }
    drawView();
    show(asked === null ? nextOpen(-1) : records.known(asked.id));
  }

  function tellMissing(id) {
    const rejected = records.rejected.some(({ cells }) => cells.commitment_id === id);
    part("rejected").open ||= rejected;
    trouble(
      rejected
        ? "An analyst has rejected the record in the address; it can be taken back among those rejected."
        : "The record in the address is not in this book.",
    );
  }

  /** Show what the address asks for: a batch, a record in it and what to do with it, or a form to add one. */
  async function follow() {
    trouble("");
    const { hash } = location;
    const wanted = missed.asked(hash) ? missed.record(hash, records) : null;
    view = queue.readAddress(missed.asked(hash) ? `#document=${wanted?.cells.document_id ?? ""}` : hash, records);
    await showBatch();
    part("reading").hidden = true;
    part("review").hidden = false;
    const then = new URLSearchParams(hash.slice(1)).get("do");
    if (wanted !== null) openMissed(wanted);
    else if (missed.asked(hash)) trouble("The words in the address are at no such place in a document of this book.");
    else if (then === "merge" && shown !== null) openJoining();
    else if (then === "split" && shown !== null && !part("split").hidden) part("split").focus();
  }

  // Moving

  /** The next record without a verdict after a place, round the end, those that were skipped left out. */
  function nextOpen(place) {
    const ahead = [...batch.records.slice(place + 1), ...batch.records.slice(0, place + 1)];
    return open(ahead).find((record) => !skipped.has(record.cells.commitment_id)) ?? null;
  }

  function move(step) {
    const place = batch.records.indexOf(shown);
    const there = place < 0 ? (step > 0 ? 0 : batch.records.length - 1) : place + step;
    if (there < 0 || there >= batch.records.length) {
      say(step > 0 ? "This is the last record of the batch." : "This is the first record of the batch.");
      return;
    }
    show(batch.records[there]);
    say();
  }

  function goOn(...done) {
    const place = batch.records.indexOf(shown);
    show(nextOpen(place));
    say(...done);
    if (shown === null) part("end-title").focus();
  }

  async function turnBatch(step) {
    view.batch = String(batch.number + step);
    view.record = "";
    await showBatch();
    announce(part("batch-text").textContent + ".");
  }

  // Judging

  function keep(verdict) {
    try {
      store.put(verdict);
    } catch {
      trouble("The browser has no room left for verdicts: download them, then forget those that it keeps.");
      return false;
    }
    return true;
  }

  function judge(kind, changes = {}) {
    const { cells } = shown;
    const id = cells.commitment_id;
    const before = store.get(id);
    const note = part("note").value.trim();
    const at = new Date().toISOString();
    if (!keep({ id, verdict: kind, cells, changes, note, at, downloaded: false })) return;
    undoable.push({ id, record: id, before });
    skipped.delete(id);
    const done = DONE[kind].replace(/^./, (letter) => letter.toUpperCase());
    goOn(`${done}: `, foreign(summary({ ...cells, ...changes })), ".");
  }

  function skip() {
    skipped.add(shown.cells.commitment_id);
    goOn("Skipped: ", foreign(summary(shown.cells)), ".");
  }

  /** Take back the last verdict given on this page, or else the one that the record shown has. */
  function undo() {
    const id = shown?.cells.commitment_id;
    const last = undoable.pop() ?? (id && store.get(id) ? { id, record: id, before: null } : null);
    if (last === null) {
      say("There is nothing to undo.");
      return;
    }
    const { cells, verdict } = store.get(last.id) ?? {};
    if (last.before) keep(last.before);
    else store.remove(last.id);
    show(records.known(last.record) ?? shown);
    if (cells === undefined) return; // another tab has removed it
    const now = last.before ? `${DONE[last.before.verdict]} again` : `no longer ${DONE[verdict]}`;
    say("Undone: ", foreign(summary(cells)), ` is ${now}.`);
  }

  /** Take a verdict off the list of those that are kept. */
  function remove(id) {
    store.remove(id);
    if (part("correction").hidden) show(shown);
    else drawProgress();
    say("The verdict is removed.");
    part("kept").querySelector("summary").focus();
  }

  /** Overrule a rejection that the book holds. */
  function takeBack(cells) {
    const id = cells.commitment_id;
    const at = new Date().toISOString();
    if (!keep({ id, verdict: "accept", cells, changes: {}, note: "", at, downloaded: false })) return;
    undoable.push({ id, record: id, before: null });
    drawProgress();
    say("Taken back: ", foreign(summary(cells)), ". Download the verdicts to bring it into the book again.");
    part("rejected").querySelector("summary").focus();
  }

  function leaveRejected(cells) {
    store.remove(cells.commitment_id);
    drawProgress();
    say("It stays rejected: ", foreign(summary(cells)), ".");
    part("rejected").querySelector("summary").focus();
  }

  // Ledger lines

  function moved(kind, merge = {}) {
    const { cells } = shown;
    const id = `move.${cells.commitment_id}`;
    const before = store.get(id);
    const at = new Date().toISOString();
    if (!keep({ id, verdict: kind, cells, changes: {}, note: "", at, downloaded: false, ...merge })) return;
    undoable.push({ id, record: cells.commitment_id, before });
    show(shown);
    part("card-title").focus();
    say(foreign(summary(cells)), ` is to be ${DONE[kind]}.`);
  }

  function split() {
    if (records.lineSize(shown.entry.line) < 2) say("It is alone in its ledger line.");
    else moved("split");
  }

  function openJoining() {
    if (shown.entry === null || shown.entry.line === null) return;
    part("joining-record").replaceChildren(foreign(summary(shown.cells)));
    part("joining-words").value = "";
    part("joining").returnValue = "";
    drawCandidates();
    part("joining").showModal();
  }

  function drawCandidates() {
    const typed = part("joining-words").value.trim();
    const count = lines.draw(part("joining-lines"), records, shown.entry, typed);
    part("join").disabled = count === 0;
  }

  function join() {
    const chosen = part("joining-form").elements.line?.value;
    if (part("joining").returnValue !== "join" || !chosen) return;
    const other = records.entry(chosen);
    moved("merge", { merge_with: other.line, other: lines.told(records, other) });
  }

  // Commitments that the machine missed

  function openMissed(record) {
    shown = { ...record, cells: { ...record.cells, ...store.get(missed.key(record.cells))?.cells } };
    part("card").hidden = false;
    part("end").hidden = true;
    drawCard();
    openForm();
    announce("What the machine missed: ");
  }

  function saveMissed(changes) {
    const cells = missed.filled(shown, changes);
    const id = missed.key(cells);
    const before = store.get(id);
    const note = part("note").value.trim();
    const at = new Date().toISOString();
    if (!keep({ id, verdict: "add", cells, changes: {}, note, at, downloaded: false })) return;
    undoable.push({ id, record: null, before });
    const back = element("a", { href: shown.page }, "Back to the document");
    show(nextOpen(-1));
    part(shown === null ? "end-title" : "card-title").focus();
    say("Added: ", foreign(summary(cells)), ". ", back);
  }

  // Correcting

  function openForm() {
    const { cells } = shown;
    card.fillForm(part("correction"), cells, store.get(cells.commitment_id)?.changes ?? {});
    part("fault-correction").textContent = "";
    showForm(true);
    part("field-promisors").focus();
  }

  /** Show the form, with what saves it, in place of the fields and the verdicts; or the other way round. */
  function showForm(correcting) {
    for (const id of ["correction", "saving"]) part(id).hidden = !correcting;
    for (const id of ["fields", "verdicts"]) part(id).hidden = correcting;
  }

  function leaveForm() {
    if (shown.entry === null) show(nextOpen(-1));
    else showForm(false);
    part(shown === null ? "end-title" : "card-title").focus();
  }

  function saveForm() {
    const form = part("correction");
    const changes = card.readForm(form, shown.cells);
    if (Object.keys(changes).length === 0 && shown.entry !== null) {
      part("fault-correction").textContent = "Nothing differs from the record: change a field, or accept it.";
      return;
    }
    part("fault-correction").textContent = "";
    const faults = card.faults({ ...shown.cells, ...changes });
    card.showFaults(form, faults);
    if (Object.keys(faults).length > 0) return;
    if (shown.entry === null) {
      saveMissed(changes);
      return;
    }
    part("card-title").focus();
    judge("correct", changes);
  }

  // Taking the verdicts along

  function trouble(words) {
    part("trouble").textContent = words;
  }

  function downloadSheet() {
    const reviewer = part("reviewer").value.trim();
    part("fault-reviewer").textContent = reviewer === "" ? "Who reviewed? The book keeps the name with each verdict." : "";
    part("reviewer").setAttribute("aria-invalid", String(reviewer === ""));
    if (reviewer === "") {
      part("reviewer").focus();
      return;
    }
    const verdicts = store.all();
    const waiting = verdicts.filter((verdict) => !verdict.downloaded);
    const told = waiting.length > 0 ? waiting : verdicts;
    const stamp = new Date().toISOString().slice(0, 16).replace(/[-:]/g, "").replace("T", "-");
    sheet.download(`pledgebook-review-${stamp}.csv`, sheet.write(records.columns, told, reviewer));
    for (const verdict of told) keep({ ...verdict, downloaded: true });
    drawProgress();
    say(`${counted(told.length, "verdict")} downloaded.`);
  }

  function askToForget() {
    const waiting = store.all().filter((verdict) => !verdict.downloaded).length;
    part("forgetting-text").textContent =
      `This browser keeps ${counted(store.all().length, "verdict")}, ${waiting === 0 ? "none" : waiting} of which ` +
      "you have not downloaded yet. The book keeps those that were imported.";
    part("forgetting").returnValue = "keep";
    part("forgetting").showModal();
  }

  async function forget() {
    if (part("forgetting").returnValue !== "forget") return;
    store.clear();
    undoable.length = 0;
    skipped.clear();
    await showBatch();
    say("The verdicts are forgotten.");
  }

  // Keys and buttons

  const COMMANDS = {
    accept: () => judge("accept"),
    reject: () => judge("reject"),
    correct: () => (part("correction").hidden ? openForm() : leaveForm()),
    skip,
    undo,
    split,
    merge: openJoining,
    before: () => move(-1),
    after: () => move(1),
    note: () => part("note").focus(),
    help: () => part("help").showModal(),
  };
  const KEYS = {
    ...{ a: "accept", r: "reject", c: "correct", s: "skip", u: "undo", k: "before", j: "after", n: "note" },
    ...{ t: "split", m: "merge", "?": "help" },
  };
  const WITHOUT_RECORD = ["undo", "before", "after", "help"];
  const WHILE_CORRECTING = ["correct", "help"]; // anything else would lose what is in the form

  function command(name) {
    if (loading) return;
    if (shown === null && !WITHOUT_RECORD.includes(name)) return;
    if (!part("correction").hidden && !WHILE_CORRECTING.includes(name)) return;
    COMMANDS[name]();
  }

  function typing(target) {
    return target.matches("input:not([type=checkbox]), textarea, select");
  }

  function onKey(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat) return;
    if (document.querySelector("dialog[open]") || typing(event.target) || !part("single-keys").checked) return;
    if (!Object.hasOwn(KEYS, event.key)) return;
    event.preventDefault();
    command(KEYS[event.key]);
  }

  function onFormKey(event) {
    if (event.key === "Escape") leaveForm();
    else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) saveForm();
    else return;
    event.preventDefault();
  }

  function onNoteKey(event) {
    if (event.key === "Enter" || event.key === "Escape") part("card-title").focus();
  }

  function onSubmit(id, act) {
    part(id).addEventListener("submit", (event) => {
      event.preventDefault();
      act();
    });
  }

  function onClick(id, act) {
    part(id).addEventListener("click", act);
  }

  async function changeView() {
    for (const name of CHOICES) view[name] = part(name).value;
    await showFirst();
  }

  /** Leave the one line or document that a link named. */
  async function showEverything() {
    view.line = "";
    view.document = "";
    await showFirst();
  }

  async function showFirst() {
    view.batch = "1";
    view.record = "";
    await showBatch();
    announce(part("view-text").textContent + ".");
  }

  function listen() {
    document.addEventListener("keydown", onKey);
    for (const button of document.querySelectorAll("[data-command]")) {
      button.addEventListener("click", () => command(button.dataset.command));
    }
    for (const id of ["correction", "saving"]) part(id).addEventListener("keydown", onFormKey);
    part("note").addEventListener("keydown", onNoteKey);
    onSubmit("correction", saveForm);
    onSubmit("download", downloadSheet);
    onSubmit("view", changeView);
    part("view").addEventListener("change", changeView);
    onClick("cancel", leaveForm);
    onClick("batch-before", () => turnBatch(-1));
    onClick("batch-after", () => turnBatch(1));
    onClick("help-button", () => part("help").showModal());
    onClick("forget", askToForget);
    part("forgetting").addEventListener("close", forget);
    part("joining").addEventListener("close", join);
    part("joining-words").addEventListener("input", drawCandidates);
    for (const id of ["kept", "rejected"]) part(id).addEventListener("toggle", drawProgress);
    onClick("everything", showEverything);
    onClick("end-download", downloadSheet);
    onClick("end-after", () => turnBatch(1));
    onClick("end-skipped", () => {
      skipped.clear();
      goOn();
    });
    part("reviewer").addEventListener("change", () => store.set("reviewer", part("reviewer").value.trim()));
    part("single-keys").addEventListener("change", () => {
      store.set("single-keys", part("single-keys").checked ? "on" : "off");
    });
    window.addEventListener("hashchange", follow);
    store.onChange(() => {
      if (part("correction").hidden) show(shown);
    });
  }

  function drawChoices() {
    for (const name of ["force", "category"]) {
      const options = records.allowed[name].map((value) => element("option", { value }, value.replaceAll("_", " ")));
      part(name).append(...options);
    }
    for (const [list, values] of [["actors", records.suggested], ["publishers", records.publishers]]) {
      part(list).replaceChildren(...values.map((value) => element("option", { value })));
    }
    card.drawForm(part("correction"), records);
    part("rejected").hidden = records.rejected.length === 0;
    part("rejected-text").textContent = counted(records.rejected.length, "record");
    part("reviewer").value = store.setting("reviewer") ?? "";
    part("single-keys").checked = store.setting("single-keys") !== "off";
  }

  async function start() {
    records = await Records.ofBook();
    store = new VerdictStore(document.body.dataset.book);
    if (!store.lasting) part("fleeting").hidden = false;
    drawChoices();
    listen();
    await follow();
  }

  start().catch((error) => trouble(`The records could not be shown: ${error.message}`));
})();
