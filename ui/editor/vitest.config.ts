import { defineConfig } from 'vitest/config';

/* The machine has other things to do while these run; the long proofs take minutes. */
export default defineConfig({ test: { testTimeout: process.env.ROTFADEN_LONG ? 900_000 : 60_000 } });
