/** `asli content VERB …`: the curator's tool over the content folder. It needs no registry and no network. */
import { type Command, misuse, plain } from '../command.ts'
import { audit } from './audit.ts'
import { check } from './check.ts'
import { complaint } from './complaint.ts'
import { curate } from './curate.ts'
import { deskOptions, nameFolder } from './desk.ts'
import { fmt } from './fmt.ts'
import { importTable } from './import.ts'
import { letter } from './letter.ts'
import { newFile } from './new.ts'
import { preview } from './preview.ts'
import { status } from './status.ts'
import { withdraw } from './withdraw.ts'

const checkVerb: Command = {
  help: {
    en: `asli content check [FOLDER]

Every rule over every file of content/, or of FOLDER. Each line names file and line, field, rule, what is wrong and how to
mend it. Errors end with 1, warnings never do. What a draft does not have yet is counted on one line and is no error: a draft
is a product that no curator has examined, or its maker.
--lang en|id   the language, else that of the system
--sarif        for code hosts, which show findings beside the lines of a change (SARIF 2.1.0)
--json         for programs
ASLI_TODAY is the day by which expiry is judged, ASLI_DEMO_SITE=false says that the site is no demo.`,
    id: `asli content check [FOLDER]

Memeriksa semua berkas di content/, atau di FOLDER, dengan semua aturan. Tiap baris menyebut berkas dan barisnya, isian, aturan,
apa yang salah, dan cara memperbaikinya. Kesalahan berakhir dengan 1, peringatan tidak. Isian draf yang belum ada dihitung dalam
satu baris dan bukan kesalahan: draf adalah produk yang belum diperiksa kurator, atau produsennya.
--lang en|id   bahasanya; kalau tidak disebut, bahasa sistem
--sarif        untuk situs kode, yang menampilkan temuan di samping baris perubahan (SARIF 2.1.0)
--json         untuk program
ASLI_TODAY menetapkan hari untuk menilai kedaluwarsa, ASLI_DEMO_SITE=false menyatakan bahwa situs ini bukan demo.`,
  },
  options: { ...deskOptions, sarif: { type: 'boolean' } },
  run: async (input) => check(input.positionals.length > 0 ? input : { ...input, positionals: [nameFolder(input)] }),
}

const verbs = {
  new: newFile,
  status,
  check: checkVerb,
  fmt,
  preview,
  curate,
  letter,
  complaint,
  withdraw,
  audit,
  import: importTable,
}

export const content: Command = {
  help: {
    en: `asli content VERB … [--content DIR] [--lang en|id] [--json]

  new KIND                       asks, then writes a product, maker, cluster or curator to be completed in an editor
  import FILE.csv                an office’s list of small businesses: makers and draft products
  status [SLUG]                  where each product stands, what is missing, and how to mend it
  check [FOLDER]                 every rule over every file, with the line and the mend
  fmt [FILES] [--check]          every file in one form, so that a change shows as a change
  preview SLUG                   its pages as they would be published, on this machine, before anyone approved it
  curate SLUG                    two curators go through the rubric; the record that follows is written
  letter SLUG                    what the curators found, as a letter to the maker in Indonesian
  complaint SLUG                 what became of a buyer’s complaint; three that were upheld end an approval
  withdraw SLUG                  takes a product, or all of its maker’s, out of the catalogue
  audit [--expiring 60d]         what runs out soon: approvals, attestations, certificates, prices

VERB --help tells more. The folder is content/, or what --content or ASLI_CONTENT names. Questions are asked and answered
in English or Indonesian, by --lang or the system’s language.`,
    id: `asli content VERB … [--content DIR] [--lang en|id] [--json]

  new JENIS                      bertanya, lalu menulis produk, produsen, sentra, atau kurator untuk dilengkapi di editor
  import BERKAS.csv              daftar UMKM milik dinas: produsen dan draf produk
  status [SLUG]                  sejauh mana setiap produk, apa yang kurang, dan cara melengkapinya
  check [FOLDER]                 semua aturan atas semua berkas, dengan nomor baris dan cara memperbaikinya
  fmt [BERKAS] [--check]         semua berkas dalam satu bentuk, supaya perubahan mudah terlihat
  preview SLUG                   halamannya seperti kalau terbit, di komputer ini, sebelum ada yang menyetujui
  curate SLUG                    dua kurator menilai dengan rubrik, lalu catatan kurasinya ditulis
  letter SLUG                    temuan para kurator sebagai surat berbahasa Indonesia untuk produsen
  complaint SLUG                 hasil keluhan pembeli; tiga yang terbukti mengakhiri persetujuan
  withdraw SLUG                  mengeluarkan satu produk, atau semua produk produsennya, dari katalog
  audit [--expiring 60d]         yang segera berakhir: persetujuan, sertifikat, harga

VERB --help menjelaskan lebih lanjut. Foldernya content/, atau yang disebut --content atau ASLI_CONTENT. Pertanyaan dan jawaban
dalam bahasa Indonesia atau Inggris, menurut --lang atau bahasa sistem.`,
  },
  options: deskOptions,
  verbs,
  run: async ({ positionals: [verb] }) => {
    const known = Object.keys(verbs).join(', ')
    const unknown = verb === undefined ? { en: '', id: '' } : unknownVerb(plain(verb))
    throw misuse({
      en: `${unknown.en}Say what to do with the content: ${known}. See --help.`,
      id: `${unknown.id}Sebutkan yang akan dilakukan: ${known}. Lihat --help.`,
    })
  },
}

function unknownVerb(verb: string) {
  if (Object.hasOwn(verbs, verb))
    return { en: `“${verb}” comes first: content ${verb} …. `, id: `“${verb}” ditulis lebih dulu: content ${verb} …. ` }
  return { en: `There is no “content ${verb}”. `, id: `Tidak ada “content ${verb}”. ` }
}
