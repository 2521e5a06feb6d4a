/** Thrown at the first entry that no honest registry could have added to its log; the message names the entry. */
export class BrokenRule extends Error {}
