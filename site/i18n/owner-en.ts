/** What the owner's link says on the reader's device, in English. The date comes formatted. */
export const ownerEn = {
  opening: 'Opening the name on this device …',
  opened: 'Opened on this device by the owner’s link. It is the name that was signed; this registry cannot read it.',
  cut: 'This owner’s link is cut or mistyped: it ends in 26 letters and digits. Open it again from where you keep it, whole.',
  insecure:
    'The name could not be opened here. That says nothing against it: browsers open it only where the address begins with ' +
    'https://.',
  'nothing-sealed': 'Nothing is kept that this link could open. Ask the maker.',
  'wrong-secret':
    'This link does not open the name of this certificate: it may belong to another piece, or be mistyped. Open it again ' +
    'from where you keep it.',
  'commitment-differs': 'The name that opened is not the one that was signed, so it is not shown. Tell the maker.',
  malformed: 'What is kept as the sealed name cannot be read, so none is shown. Tell the maker.',
  erased: (date: string) =>
    `The sealed name was erased on ${date}: no link shows it any more. The certificate stands as it was.`,
  unreachable:
    'The name could not be opened right now. That says nothing against it: check your connection, and open this link again.',
}

export type OwnerWords = typeof ownerEn
