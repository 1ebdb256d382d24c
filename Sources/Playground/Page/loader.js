// Starts the page from one file. A browser does not load modules from a disk, so they stand in the page packed: all of them as one
// text {path: module}, compressed with gzip, as is the compiled code. Here each module becomes an address of its own, and the
// relative paths of its imports become the addresses of those modules.
"use strict";

/** Returns what is packed in the script with an id. */
const unpacked = (id) => {
  const letters = atob(document.getElementById(id).textContent);
  const packed = new Blob([Uint8Array.from(letters, (letter) => letter.charCodeAt(0))]);
  return new Response(packed.stream().pipeThrough(new DecompressionStream("gzip")));
};

/** The address of a text for the page itself. */
const blobAddress = (text) => URL.createObjectURL(new Blob([text], { type: "text/javascript" }));

/** The address of a text for a worker: a worker of a page that was opened from a disk may not read blobs. */
const dataAddress = (text) => "data:text/javascript;charset=utf-8," + encodeURIComponent(text);

const moduleAddresses = new Map();
let moduleTexts = {};

/** Returns the address under which the module of a path can be imported. */
const moduleAddress = (path, addressOf = blobAddress) => {
  const key = addressOf.name + path;
  if (!moduleAddresses.has(key)) {
    const linked = moduleTexts[path].replace(/\b(from|import) "(\.[^"]+)"/g, (_, word, target) => {
      const absolute = new URL(target, "file:///" + path).pathname.slice(1);
      return `${word} "${moduleAddress(absolute, addressOf)}"`;
    });
    moduleAddresses.set(key, addressOf(linked));
  }
  return moduleAddresses.get(key);
};

/** Returns the address under which a worker can be started with the module of a path. */
const workerAddress = (path) => moduleAddress(path, dataAddress);

unpacked("modules").json().then((texts) => {
  moduleTexts = texts;
  return import(moduleAddress("main.js"));
});
