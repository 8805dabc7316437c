// The ledger's table: filters, sorts and pages the lines; the address keeps what is asked for.
"use strict";

(() => {
  const PAGE = 100;
  const DAY = 86400000;
  const FIELDS = ["q", "promisor", "beneficiary", "strongest_force", "category", "certainty", "status",
    "sourcing", "due_state", "from", "until", "sort"];
  const CLOSED = ["strongest_force", "category", "certainty", "status", "sourcing", "due_state"];

  const element = (id) => document.getElementById(id);
  const form = element("filters");
  const table = element("lines");
  const lines = [];
  let about;
  let found = [];
  let shown = [];
  let page = 1;

  // What is asked for

  const asked = () => Object.fromEntries(FIELDS.map((name) => [name, form.elements[name].value.trim()]));

  const writeAddress = () => {
    const given = Object.entries(asked()).filter(([, value]) => value !== "");
    if (page > 1) given.push(["page", page]);
    const address = new URLSearchParams(given).toString();
    history.replaceState(null, "", address ? `#${address}` : location.pathname.split("/").pop());
  };

  const readAddress = () => {
    const given = new URLSearchParams(location.hash.slice(1));
    for (const name of FIELDS) form.elements[name].value = given.get(name) ?? "";
    page = Math.max(1, Number.parseInt(given.get("page") ?? "1", 10) || 1);
  };

  // On a small page the filters beside the words are folded away, unless one of them is in use.
  const unfold = (open) => {
    form.classList.toggle("unfolded", open);
    element("more").setAttribute("aria-expanded", String(open));
  };

  const isFiltered = () => Object.entries(asked()).some(([name, value]) => name !== "q" && value !== "");

  // Lines

  const day = (days) => new Date(days * DAY).toISOString().slice(0, 10);
  const days = (text) => (text ? Date.parse(text) / DAY : null);

  const take = (columns) => {
    const { names, values } = about;
    columns.id.forEach((id, at) => {
      const line = { id, names: { promisor: columns.promisors[at], beneficiary: columns.beneficiaries[at] } };
      for (const name of ["seen", "due", "confidence", "action", "amount", "unit", "n_records", "reviewed"]) {
        line[name] = columns[name][at];
      }
      for (const name of CLOSED) line[name] = values[name][columns[name][at]] ?? "";
      line.promisor = line.names.promisor.map((name) => names[name]);
      line.beneficiary = line.names.beneficiary.map((name) => names[name]);
      line.text = [line.action, ...line.promisor, ...line.beneficiary, line.unit ?? ""].join("\n").toLowerCase();
      lines.push(line);
    });
  };

  // An exact name is that actor alone; anything else is part of a name.
  const partyTest = (side, wanted) => {
    const exact = about.names.indexOf(wanted);
    if (exact >= 0) return (line) => line.names[side].includes(exact);
    const part = wanted.toLowerCase();
    return (line) => line[side].some((name) => name.toLowerCase().includes(part));
  };

  const tests = (wanted) => {
    const all = [];
    for (const word of wanted.q.toLowerCase().split(/\s+/).filter(Boolean)) {
      all.push((line) => line.text.includes(word));
    }
    for (const side of ["promisor", "beneficiary"]) if (wanted[side]) all.push(partyTest(side, wanted[side]));
    for (const name of CLOSED) if (wanted[name]) all.push((line) => line[name] === wanted[name]);
    const from = days(wanted.from);
    const until = days(wanted.until);
    if (from !== null) all.push((line) => line.seen !== null && line.seen >= from);
    if (until !== null) all.push((line) => line.seen !== null && line.seen <= until);
    return all;
  };

  // Names are numbered in alphabetical order, so that their numbers sort them.
  const sortKey = (line, by) => {
    const value = by in line.names ? line.names[by][0] : line[by];
    return value ?? null;
  };

  // Lines without the value that they are sorted by come last either way.
  const sorted = (some, order) => {
    if (!order) return some;
    const by = order.replace("-", "");
    const sign = order.startsWith("-") ? -1 : 1;
    return some.map((line) => [sortKey(line, by), line]).sort(([a], [b]) => {
      if (a === null || b === null) return (a === null) - (b === null);
      return sign * (a - b);
    }).map(([, line]) => line);
  };

  // The table

  const child = (parent, name, content, className) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (content !== undefined) made.append(content);
    parent.append(made);
    return made;
  };

  const isolated = (text) => {
    const made = document.createElement("bdi");
    made.textContent = text;
    return made;
  };

  const link = (address, text) => {
    const made = document.createElement("a");
    made.href = address;
    made.append(isolated(text));
    return made;
  };

  const parties = (cell, names) => {
    names.forEach((name, at) => {
      if (at > 0) cell.append(", ");
      cell.append(link(`actors/${about.actors[name].slice(0, 3)}.html#act_${about.actors[name]}`, about.names[name]));
    });
  };

  const calendar = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
  const shownDay = (value) => calendar.format(value * DAY);

  const dated = (cell, value) => {
    if (value === null) return;
    const time = child(cell, "time", shownDay(value));
    time.dateTime = day(value);
  };

  const amount = (line) => {
    const isCurrency = /^[A-Z]{3}$/.test(line.unit ?? "");
    const compact = { notation: line.amount >= 1e6 ? "compact" : "standard", compactDisplay: "long", maximumSignificantDigits: 6 };
    const number = line.amount.toLocaleString("en", compact);
    return isCurrency ? `${line.unit} ${number}` : `${number} ${line.unit ?? ""}`;
  };

  const row = (line) => {
    const made = document.createElement("tr");
    dated(child(made, "td", undefined, "date"), line.seen);
    const who = child(made, "td");
    parties(who, line.names.promisor);
    if (line.names.beneficiary.length > 0) {
      const arrow = child(who, "span", " → ", "arrow");
      arrow.setAttribute("aria-hidden", "true");
      child(who, "span", " to ", "unseen");
      parties(who, line.names.beneficiary);
    }
    const what = child(made, "th");
    what.scope = "row";
    what.append(link(`commitments/${line.id.slice(0, 3)}.html#led_${line.id}`, line.action));
    if (line.amount !== null) what.append(" ", child(what, "span", isolated(amount(line)), "amount"));
    child(made, "td", line.strongest_force);
    const due = child(made, "td", undefined, "date");
    dated(due, line.due);
    child(child(made, "td"), "span", line.status, `chip status-${line.status}`);
    child(made, "td", `${line.confidence} %`, "number");
    const review = child(child(made, "td"), "a", "Review");
    review.href = `review.html#line=led_${line.id}`;
    return made;
  };

  const show = () => {
    const pages = Math.max(1, Math.ceil(found.length / PAGE));
    page = Math.min(page, pages);
    const wanted = found.slice((page - 1) * PAGE, page * PAGE);
    if (wanted.length !== shown.length || wanted.some((line, at) => line !== shown[at])) {
      shown = wanted;
      table.tBodies[0].replaceChildren(...shown.map(row));
    }
    element("place").textContent = `Page ${page.toLocaleString("en")} of ${pages.toLocaleString("en")}`;
    element("previous").disabled = page <= 1;
    element("next").disabled = page >= pages;
  };

  const count = () => {
    const all = about.n.toLocaleString("en");
    const some = found.length === lines.length ? "" : `${found.length.toLocaleString("en")} of `;
    const reading = lines.length < about.n ? ` Reading: ${lines.length.toLocaleString("en")} so far.` : "";
    element("count").textContent = `${some}${all} lines.${reading}`;
  };

  const find = () => {
    const wanted = asked();
    const needed = tests(wanted);
    found = sorted(needed.length ? lines.filter((line) => needed.every((test) => test(line))) : lines, wanted.sort);
    count();
    show();
  };

  // The reader's doings

  const changed = () => {
    page = 1;
    writeAddress();
    find();
  };

  const turn = (by) => {
    page += by;
    writeAddress();
    show();
    table.scrollIntoView();
  };

  const quoted = (value) => {
    const text = String(value ?? "");
    const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
    return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };

  const download = () => {
    const header = ["ledger_id", "last_seen", "promisors", "beneficiaries", "action", "strongest_force", "category",
      "certainty", "status", "amount", "unit", "due_end", "sourcing", "n_records", "confidence", "reviewed"];
    const rows = found.map((line) => [`led_${line.id}`, line.seen === null ? "" : day(line.seen), line.promisor.join("; "),
      line.beneficiary.join("; "), line.action, line.strongest_force, line.category, line.certainty, line.status,
      line.amount, line.unit, line.due === null ? "" : day(line.due), line.sourcing, line.n_records, line.confidence / 100,
      line.reviewed === 1]);
    const text = [header, ...rows].map((cells) => cells.map(quoted).join(",")).join("\r\n");
    const made = document.createElement("a");
    made.href = URL.createObjectURL(new Blob(["\ufeff", text, "\r\n"], { type: "text/csv" }));
    made.download = "ledger.csv";
    made.click();
    setTimeout(() => URL.revokeObjectURL(made.href), 60000);
  };

  const listen = () => {
    let waiting;
    form.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(changed, 120);
    });
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () => setTimeout(changed));
    element("more").addEventListener("click", () => unfold(!form.classList.contains("unfolded")));
    element("download").addEventListener("click", download);
    element("previous").addEventListener("click", () => turn(-1));
    element("next").addEventListener("click", () => turn(1));
    addEventListener("hashchange", () => {
      readAddress();
      find();
    });
  };

  const suggest = (names) => {
    const options = names.map((name) => {
      const option = document.createElement("option");
      option.value = name;
      return option;
    });
    element("names").replaceChildren(...options);
  };

  const begin = async () => {
    readAddress();
    unfold(isFiltered());
    about = await window.pledgebook.load("ledger");
    listen();
    for (const chunk of about.chunks) {
      take(await window.pledgebook.load(chunk));
      // what is first in an order is known once all lines are there: until then it is not sorted anew each time
      if (shown.length === 0 || !asked().sort) find();
      else count();
    }
    find();
    suggest(about.suggested);
  };

  begin().catch((error) => {
    element("count").textContent = `The lines could not be read: ${error.message}.`;
  });
})();
