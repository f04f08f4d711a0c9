// Where a need can go: one of the three programs, the academic counselor, or an office that none of them is.
import { type Program, programs } from "../programs/program.ts";

export const destinations = [...programs, "counseling", "outside"] as const;
export type Destination = Program | "counseling" | "outside";
