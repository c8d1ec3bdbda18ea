import react from '@vitejs/plugin-react';
import { defineConfig, loadEnv } from 'vite';
import { contentSecurityPolicy } from './content-security-policy.ts';

export default defineConfig(({ mode }) => {
  const environment = loadEnv(mode, import.meta.dirname);
  return {
    plugins: [react(), contentSecurityPolicy([environment['VITE_API'] ?? '', environment['VITE_AUTHORITY'] ?? ''])],
    build: { target: 'es2023' },
    server: { port: 5173, strictPort: true },

    // What a page's own policy can't say; the same belongs to wherever the built files are served.
    preview: { port: 4173, strictPort: true, headers: { 'Content-Security-Policy': "frame-ancestors 'none'", 'X-Content-Type-Options': 'nosniff' } },
  };
});
