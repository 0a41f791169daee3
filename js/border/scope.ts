// Scopes: proxies that are handed out within one are released at its end.
import { proxied, type PyProxy } from "./proxy.js";

/** What `py.scope` gives its function. */
export interface Scope {
  /** The proxy outlives the scope. Returns it. */
  keep<T>(proxy: T): T;
  /** A proxy that was handed out elsewhere is released with this scope. Returns it. */
  add<T>(proxy: T): T;
}

class ScopeHandler implements Scope {
  readonly proxies: PyProxy[] = [];

  keep<T>(proxy: T): T {
    const at = this.proxies.lastIndexOf(proxy as PyProxy);
    if (at >= 0) this.proxies.splice(at, 1);
    return proxy;
  }
  add<T>(proxy: T): T {
    this.proxies.push(proxy as PyProxy);
    return proxy;
  }
  end(): void {
    for (const proxy of this.proxies.splice(0)) proxied(proxy)?.dispose();
  }
}

export class Scopes {
  /** Scopes that are open, innermost last. */
  #open: ScopeHandler[] = [];

  /** A proxy was handed out. */
  note(proxy: PyProxy): void { this.#open.at(-1)?.proxies.push(proxy); }

  /** Runs `body`; at its end (of its promise, if it returns one) all that was handed out until it
   *  returned is released. */
  run<T>(body: (scope: Scope) => T): T {
    const scope = new ScopeHandler();
    this.#open.push(scope);
    let result: T;
    try {
      result = body(scope);
    } catch (error) {
      scope.end();
      throw error;
    } finally {
      this.#open.splice(this.#open.lastIndexOf(scope), 1);
    }
    if (result instanceof Promise) return result.finally(() => scope.end()) as T;
    scope.end();
    return result;
  }
}
