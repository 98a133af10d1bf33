// The first import of the worker: zod asks once whether it may make functions of text, and the page's
// content security policy counts the question as a violation.
import { config } from "zod";

config({ jitless: true });
