/** Stays of one archive and of one list of nominations; more would take minutes. A longer list comes in parts, which its page names. */
export const mostPacked = 200
