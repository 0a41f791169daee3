# For workerd itself: `workerd serve config.capnp` beside the bundled worker.js and krait.wasm, with a folder `storage`.
using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [
    (name = "main", worker = .main),
    (name = "storage", disk = (path = "storage", writable = true)),
  ],
  sockets = [(name = "http", address = "*:8080", http = (), service = "main")],
);

const main :Workerd.Worker = (
  modules = [
    (name = "worker.js", esModule = embed "worker.js"),
    (name = "krait.wasm", wasm = embed "krait.wasm"),
  ],
  compatibilityDate = "2025-06-01",
  durableObjectNamespaces = [(className = "Story", uniqueKey = "krait-stories")],
  durableObjectStorage = (localDisk = "storage"),
  bindings = [(name = "STORIES", durableObjectNamespace = "Story")],
);
