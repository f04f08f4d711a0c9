// Whose lane this is, in its three forms: plate, head of a card, tile.
import type { ReactNode } from "react";
import { Icon } from "./icon.tsx";
import { laneOf, type Side } from "./lanes.ts";

/** Icon and word in the lane's hue: for lists, tables and claims. */
export function Plate({ lane, children }: { lane: Side; children?: ReactNode }) {
  const { className, icon, word } = laneOf(lane);
  return (
    <span className={`plate ${className}`}>
      <Icon name={icon} />
      {children ?? word}
    </span>
  );
}

/** The top of a card, full width: whose lane the whole card is. `end` stands at its right. */
export function LaneHead({ lane, children, end }: { lane: Side; children?: ReactNode; end?: ReactNode }) {
  const { className, icon, word } = laneOf(lane);
  return (
    <div className={`lane-head ${className}`}>
      <Icon name={icon} />
      <span>{children ?? word}</span>
      {end !== undefined && <span>{end}</span>}
    </div>
  );
}

/** The icon as a square with its word below; never without the word. */
export function LaneTile({ lane, children }: { lane: Side; children?: ReactNode }) {
  const { className, icon, word } = laneOf(lane);
  return (
    <span className={`lane-tile ${className}`}>
      <span className="tile">
        <Icon name={icon} />
      </span>
      <span className="drift-word">{children ?? word}</span>
    </span>
  );
}

/** Two courses of brick: only where guidance ends and assessment begins. */
export function Bricks() {
  return <div className="bricks" aria-hidden="true" />;
}

/** The wall with what stands behind it in words, when it was checked, and a way to the check. */
export function WallBand({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <div className="wall">
      <Bricks />
      <div className="wall-text">
        <Plate lane="assessment" />
        <p>{children}</p>
        {action}
      </div>
    </div>
  );
}
