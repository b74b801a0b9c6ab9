/** A condition of an agreement with how many of its seats are held for a year. */
export interface SeatOffer {
  agreementId: string
  conditionKey: string
  seats: number
  held: number
  /** All pairs of partners share the seats. */
  shared: boolean
}

/**
 * The condition whose seat a nomination uses: the one that was asked for, else the first with a seat left, else the first,
 * whose seats are then all held. Null where no agreement gives seats.
 */
export function chooseSeat<Offer extends SeatOffer>(
  offers: readonly Offer[],
  wanted: { agreementId: string; conditionKey: string } | null,
): { offer: Offer; isFree: boolean } | null {
  const offer = wanted
    ? offers.find(
        ({ agreementId, conditionKey }) =>
          agreementId === wanted.agreementId && conditionKey === wanted.conditionKey,
      )
    : (offers.find(({ seats, held }) => held < seats) ?? offers[0])
  return offer ? { offer, isFree: offer.held < offer.seats } : null
}
