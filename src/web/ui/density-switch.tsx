// Close rows for who works through long lists, wide ones for who reads.
import { densities, type Density, useLook } from "./appearance.ts";
import { Segmented } from "./choice.tsx";

const words: Record<Density, string> = { comfortable: "Comfortable", compact: "Compact" };
const options = densities.map((value) => ({ value, word: words[value] }));

export function DensitySwitch() {
  const [density, setDensity] = useLook("density");
  return <Segmented legend="Density" hideLegend options={options} value={density} onValue={setDensity} />;
}
