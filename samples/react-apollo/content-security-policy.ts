import type { Plugin } from 'vite';

/** Writes into the built page what it may load and whom it may talk to: its own files, the API and the issuer. Everything else the browser refuses. */
export function contentSecurityPolicy(addresses: readonly string[]): Plugin {
  const origins = new Set(addresses.map((address) => new URL(address).origin));
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    `connect-src ${[...origins].join(' ')}`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ');
  return {
    name: 'content-security-policy',
    apply: 'build',
    transformIndexHtml: () => [{ tag: 'meta', attrs: { 'http-equiv': 'Content-Security-Policy', content: policy }, injectTo: 'head-prepend' }],
  };
}
