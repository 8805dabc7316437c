// The review page: a queue of records, one shown at a time, judged by key or button.
"use strict";

(() => {
  const { load, VerdictStore, sheet, queue, card } = window.pledgebook;
  const { element, foreign, summary } = card;
  const part = (id) => document.getElementById(id);
  const DONE = { accept: "accepted", reject: "rejected", correct: "corrected" };

  let data;
  let store;
  let view;
  let batch; // what queue.batch gave for the view
  let shown = null; // the record on the page
  const skipped = new Set();
  const undoable = []; // {id, before}: what a record's verdict was before each one given on this page

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
  }

  function drawView() {
    const sizes = [...part("size").options].map((option) => option.value);
    if (!sizes.includes(view.size)) part("size").append(element("option", {}, view.size));
    for (const name of ["order", "force", "category", "q", "size"]) part(name).value = view[name];
    const told = [part("order").selectedOptions[0].textContent + " first"];
    for (const name of ["force", "category"]) if (view[name] !== "") told.push(part(name).selectedOptions[0].textContent);
    if (view.q !== "") told.push(`“${view.q}”`);
    part("view-text").replaceChildren(foreign(told.join(", ")), `; ${counted(batch.total, "record")}`);
  }

  function drawSource(record) {
    const day = record.cells.published_on;
    const from = [element("a", { href: record.page }, foreign(record.title))];
    if (day !== "") from.push(", ", element("time", { dateTime: day }, day));
    if (record.line) from.push(" · ", element("a", { href: record.line }, "its line in the ledger"));
    from.push(` · confidence ${Math.round(Number(record.cells.confidence) * 100)} %`);
    part("source").replaceChildren(...from);
  }

  function drawCard() {
    const { cells } = shown;
    const verdict = store.get(cells.commitment_id);
    const place = batch.records.indexOf(shown);
    part("place").textContent =
      place < 0 ? "A record outside this batch" : `Record ${place + 1} of ${batch.records.length}`;
    part("badge").textContent = verdict ? DONE[verdict.verdict] : "";
    part("badge").className = verdict ? `chip ${verdict.verdict}` : "";
    part("card-title").replaceChildren(foreign(summary({ ...cells, ...verdict?.changes })));
    part("note").value = verdict?.note ?? "";
    card.drawEvidence(part("evidence"), shown.paragraph, cells.sentence);
    card.drawFields(part("fields"), cells, verdict?.changes ?? {});
    drawSource(shown);
  }

  function drawEnd() {
    const left = open(batch.records).length;
    const last = batch.number === batch.count;
    part("end-title").textContent =
      batch.total === 0 ? "No record matches" : left === 0 ? "This batch is done" : "The rest of this batch is skipped";
    part("end-text").textContent =
      batch.total === 0
        ? "Choose other records, or read the ledger: everything may have been reviewed."
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
  function showBatch() {
    batch = queue.batch(queue.select(data, view), view);
    view.batch = String(batch.number);
    const asked = data.records.find((record) => record.cells.commitment_id === view.record);
    if (view.record !== "" && !asked) {
      trouble("The record in the address is not among those that wait for a verdict.");
    }
    drawView();
    show(asked ?? nextOpen(-1));
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

  function turnBatch(step) {
    view.batch = String(batch.number + step);
    view.record = "";
    showBatch();
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
    undoable.push({ id, before });
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
    const last = undoable.pop() ?? (id && store.get(id) ? { id, before: null } : null);
    if (last === null) {
      say("There is nothing to undo.");
      return;
    }
    if (last.before) keep(last.before);
    else store.remove(last.id);
    show(data.records.find((record) => record.cells.commitment_id === last.id));
    const now = last.before ? `is ${DONE[last.before.verdict]} again` : "has no verdict";
    say("Undone: ", foreign(summary(shown.cells)), ` ${now}.`);
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
    showForm(false);
    part("card-title").focus();
  }

  function saveForm() {
    const form = part("correction");
    const changes = card.readForm(form, shown.cells);
    if (Object.keys(changes).length === 0) {
      part("fault-correction").textContent = "Nothing differs from the record: change a field, or accept it.";
      return;
    }
    part("fault-correction").textContent = "";
    const faults = card.faults({ ...shown.cells, ...changes });
    card.showFaults(form, faults);
    if (Object.keys(faults).length > 0) return;
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
    sheet.download(`pledgebook-review-${stamp}.csv`, sheet.write(data.columns, told, reviewer));
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

  function forget() {
    if (part("forgetting").returnValue !== "forget") return;
    store.clear();
    undoable.length = 0;
    skipped.clear();
    showBatch();
    say("The verdicts are forgotten.");
  }

  // Keys and buttons

  const COMMANDS = {
    accept: () => judge("accept"),
    reject: () => judge("reject"),
    correct: () => (part("correction").hidden ? openForm() : leaveForm()),
    skip,
    undo,
    before: () => move(-1),
    after: () => move(1),
    note: () => part("note").focus(),
    help: () => part("help").showModal(),
  };
  const KEYS = {
    ...{ a: "accept", r: "reject", c: "correct", s: "skip", u: "undo", k: "before", j: "after", n: "note" },
    "?": "help",
  };
  const WITHOUT_RECORD = ["undo", "before", "after", "help"];
  const WHILE_CORRECTING = ["correct", "help"]; // anything else would lose what is in the form

  function command(name) {
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

  function changeView() {
    for (const name of ["order", "force", "category", "q", "size"]) view[name] = part(name).value;
    view.batch = "1";
    view.record = "";
    showBatch();
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
    window.addEventListener("hashchange", () => {
      view = queue.readAddress(location.hash, data);
      showBatch();
    });
    store.onChange(() => {
      if (part("correction").hidden) show(shown);
    });
  }

  function drawChoices() {
    for (const name of ["force", "category"]) {
      const options = data.allowed[name].map((value) => element("option", { value }, value.replaceAll("_", " ")));
      part(name).append(...options);
    }
    card.drawForm(part("correction"), data);
    part("reviewer").value = store.setting("reviewer") ?? "";
    part("single-keys").checked = store.setting("single-keys") !== "off";
  }

  async function start() {
    const book = await load("review");
    const chunks = await Promise.all(book.chunks.map(load));
    data = { ...book, records: chunks.flat() };
    store = new VerdictStore(document.body.dataset.book);
    view = queue.readAddress(location.hash, data);
    if (!store.lasting) trouble("This browser keeps nothing for pages on disk: download your verdicts before you close it.");
    drawChoices();
    listen();
    part("review").hidden = false;
    showBatch();
  }

  start().catch((error) => trouble(`The records could not be shown: ${error.message}`));
})();
