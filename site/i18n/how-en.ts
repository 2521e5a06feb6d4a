/** How it works, in English. */
import type { Verdict } from '#core/certificate/verify.ts'

export const howEn = {
  title: 'How it works',
  description:
    'Who signs a certificate, where it is recorded, what each answer means, what none of it proves, and how to check it with tools that are not ours.',
  heading: 'What stands behind a certificate',
  lead: 'A certificate says of one piece: this maker made it, and sold it, on this day. Here is what makes such a sentence worth something, where its worth ends, and how to check it with tools that are not ours.',
  stations: {
    label: 'From the maker to your hand',
    states: { name: 'The maker states', text: 'what was made, of what, where and when, and the marks to know it by.' },
    signs: { name: 'The registry signs', text: 'on the maker’s behalf. From then on no letter can change unseen.' },
    records: { name: 'The log records it', text: 'in a public list that can only grow. No name, no code.' },
    leads: { name: 'The label leads back', text: 'Its QR code is the certificate’s address, and nothing else.' },
    compare: {
      name: 'You compare',
      text: 'marks, size and picture with the piece in your hand. Nobody can do that for you.',
    },
  },
  signed: {
    heading: 'What is signed, and by whom',
    what: 'Every line under “the maker states” is signed, together with the certificate’s code, its design and number, and where its status is published. The document is a W3C Verifiable Credential 2.0, the signature Ed25519.',
    who: 'The registry keeps the key and signs on the maker’s behalf; makers hold none. So a signature shows that this registry took the statement in from somebody who had the maker’s token. It does not show the maker’s own hand, and nothing here pretends that it does.',
    twice:
      'One key signs twice: by eddsa-jcs-2022 the text itself, and by eddsa-rdfc-2022 what the text says as a graph, which is what most other programs read. Here both must hold. The earliest certificates have the first alone.',
  },
  log: {
    heading: 'The public log',
    grows:
      'Issuing, pausing, replacing, withdrawing, erasing: each is an entry of one public log, written in the same step as the record. All entries are hashed into one tree, whose head the registry signs. Who has seen one head can tell whether a later log still holds all of the earlier one.',
    names:
      'Entries name makers, designs and numbers, so that anybody can see whether an exclusive design was certified twice. They name no customer and no code: the log is no list of addresses to print on labels.',
    watch:
      'A log helps only where somebody looks. This reads all of it, and keeps what it saw; the next time it says whether anything was taken back:',
  },
  status: {
    heading: 'Whether it still holds',
    lists:
      'Our own pages read the status afresh at every scan. For other programs there are three public lists (W3C Bitstring Status List 1.0): withdrawn; paused or reported; replaced. In each, a certificate has one bit of 131,072, at a place drawn by chance, so that whoever fetches a list does not tell us which certificate it was for.',
    age: 'A list is signed like a certificate. It may be kept for a minute, and after a day it says nothing any more.',
  },
  keys: {
    heading: 'When a key changes',
    period:
      'Every key that ever signed is listed at /.well-known/asli.json, with the entries of the log between which it counts. The log’s order decides, never a date: anybody can write a date, nobody can have an old place in the log.',
    lost: 'What a replaced key signed stays valid. Of a key that somebody else may have had, nothing counts from the entry on at which that may have begun; what came before stands.',
    dids: 'Other programs know keys from the makers’ DID documents, which cannot say “until then”. There such a key vouches for nothing at all, so other programs then refuse older certificates that still hold here.',
  },
  answers: {
    heading: 'What each answer means',
    meanings: {
      valid: 'The record is as it was signed, the log has it, and nothing stands against it. Now compare the piece.',
      superseded: 'A corrected record took its place. The page says what changed, and leads there.',
      expired: 'The approval that a curation speaks of is over. A certificate of a piece never expires.',
      suspended: 'Something is being cleared up. Do not rely on it until the pause is lifted.',
      reported: 'The piece was reported lost or stolen, or its design is disputed. The claims are not shown.',
      revoked: 'Withdrawn for good, for a reason that the page names. A label with it proves nothing.',
      altered: 'What is stored is not what was signed, or its key did not count. Nothing of it is shown.',
      'unknown-code': 'This registry never issued it. The page first asks about a slip in typing.',
      unavailable: 'It could not be checked. That is neither yes nor no: ask again.',
    } satisfies Record<Verdict, string>,
  },
  name: {
    heading: 'The customer’s name',
    sealed:
      'A name is sealed on the device of whoever issues the certificate, before anything is sent. It opens only with the owner’s link: the key stands behind its “#”, which a browser never sends.',
    has: 'Who has what',
    holders: {
      maker: { name: 'The maker’s device', text: 'The name, and the owner’s link, which goes to the customer.' },
      registry: {
        name: 'This registry',
        text: 'The sealed name, which it cannot open, and the maker’s own reference, such as C\u20110012, where one was given.',
      },
      certificate: {
        name: 'The certificate',
        text: 'A fingerprint of the name, from which nobody can find it. It is signed.',
      },
      log: {
        name: 'The public log',
        text: 'Nothing of the customer; only, where it came to that, that something was erased.',
      },
      reader: {
        name: 'Whoever scans the label',
        text: 'That it was made for one customer, and that only they can show the name.',
      },
      owner: {
        name: 'Whoever has the owner’s link',
        text: 'The name, opened on their own device and compared with the fingerprint that was signed.',
      },
    },
    lost: 'A link that is lost cannot be made again. Whoever passes it on passes on the name.',
    erased:
      'At the customer’s request the sealed name and the reference are deleted, within 72 hours. From then on no link opens the name, and the certificate stands as before, since the name was never in it. Backups forget it as they age out; what the maker has written down elsewhere is the maker’s to delete.',
  },
  limits: {
    heading: 'What none of this proves',
    points: [
      'That a label belongs to the piece it hangs on. Any QR code can be copied, and the copy leads to the same page.',
      'That the piece in your hand is the one described. That comparison is yours.',
      'That what the maker states is true. A signature shows who stated it here, and that it has not changed.',
      'That nothing was sold outside this registry, which cannot see it.',
      'That no similar design exists under another name.',
      'That whoever shows you the name is the customer. They have the link; that is all.',
    ],
  },
  elsewhere: {
    heading: 'Check it without us',
    lead: 'This program checks one certificate with published packages of another house, Digital Bazaar, and with none of our code. It needs Node.js. Save it as check.mjs in an empty folder, and type there, with the address on the label:',
    type: 'In a terminal',
    program: 'check.mjs',
    does: 'It asks the host on the label for the certificate, the DID documents and the three status lists, and checks every signature. It ends with the exit code 0 and “genuine and current”, or with 1 and a reason.',
    log: 'It does not read the log, and refuses the earliest certificates, which have no second signature. For both there is our own command, which believes nothing but the registry’s public keys:',
    tiles: 'The log itself is C2SP tlog-tiles, at /log, for anybody’s program.',
  },
}

export type HowWords = typeof howEn
