import { version } from "../package.json";

/** Version of this library, for the record in every verification. */
export const VERSION: string = version;
