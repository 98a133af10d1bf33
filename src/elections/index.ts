export { venezuela2024 } from "./venezuela-2024";
