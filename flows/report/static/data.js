// Data of the report's pages. From disk a page may not fetch, so data are classic scripts: each calls
// pledgebook.receive with its name and value, and load adds such a script and waits for it.
"use strict";

window.pledgebook = (() => {
  const received = new Map();

  const receive = (name, value) => received.set(name, value);

  const load = (name) =>
    new Promise((resolve, reject) => {
      if (received.has(name)) {
        resolve(received.get(name));
        return;
      }
      const script = document.createElement("script");
      script.src = `data/${name}.js`;
      script.onload = () => resolve(received.get(name));
      script.onerror = () => reject(new Error(`data/${name}.js could not be read`));
      document.head.append(script);
    });

  return { receive, load };
})();
