import { z } from "zod";

// Zod probes whether it may compile parsers with `new Function`. The page's content security policy
// forbids that and would report the probe, so this runs before any schema is built.
z.config({ jitless: true });
