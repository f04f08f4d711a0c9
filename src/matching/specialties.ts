// Which fields are near each other: a department in the family of a wished one is worth a little, never as much as the field itself.

const families: string[][] = [
  ["family medicine", "internal medicine", "pediatrics", "geriatrics", "preventive medicine"],
  [
    "surgery",
    "general surgery",
    "orthopedic surgery",
    "orthopedics",
    "neurosurgery",
    "plastic surgery",
    "urology",
    "otolaryngology",
    "ophthalmology",
    "vascular surgery",
    "thoracic surgery",
  ],
  ["obstetrics and gynecology", "urology", "reproductive endocrinology"],
  ["psychiatry", "neurology", "neurosurgery"],
  ["emergency medicine", "anesthesiology", "critical care"],
  ["radiology", "radiation oncology", "nuclear medicine", "pathology"],
  ["internal medicine", "cardiology", "oncology", "dermatology", "rheumatology", "nephrology"],
];

const familiesOf = new Map<string, Set<number>>();
for (const [family, fields] of families.entries())
  for (const field of fields) familiesOf.set(field, (familiesOf.get(field) ?? new Set()).add(family));

/** How near a department is to interests in their order: 1, 0.7, then 0.5; 0.3 for a related field, else 0. */
export function nearness(interests: readonly string[], department: string): number {
  const place = interests.indexOf(department);
  if (place >= 0) return place === 0 ? 1 : place === 1 ? 0.7 : 0.5;
  const own = familiesOf.get(department);
  if (own === undefined) return 0;
  const isRelated = interests.some((interest) =>
    [...(familiesOf.get(interest) ?? [])].some((family) => own.has(family)),
  );
  return isRelated ? 0.3 : 0;
}
