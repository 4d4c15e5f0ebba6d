import {defineConfig} from 'vite';

// A vendor's document and validators are large; the page loads those of the vendors that it names, and nothing else.
export default defineConfig({build: {chunkSizeWarningLimit: 1500}});
