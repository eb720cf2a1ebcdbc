/** What the switch of the time zone says. */
export const texts = {
  part: "timeZone" as const,
  english: {
    label: "Time zone",
    local: (offset: string) => `Local (${offset})`,
    named: (offset: string, zone: string) => `${offset} (${zone})`,
    first: "Usual time zones",
    others: "Other time zones",
    none: "No such time zone",
  },
};
