/** Every rule over the whole catalogue. With what reading found, this is all that there is to say about the files. */
import type { Catalogue, Filed } from '../reading/catalogue.ts'
import { type Finding, sortFindings } from '../reading/finding.ts'
import { describeFault } from '../reading/report.ts'
import { checkClaims } from './claims.ts'
import { checkComplaint, checkCuration } from './curations.ts'
import { checkDecisionDemo, checkMakerDemo, checkProductDemo } from './demo.ts'
import { checkFood } from './food.ts'
import { checkLanguages, findOldStories } from './languages.ts'
import { checkCuratorLicense, checkMakerLicenses, checkProductLicenses } from './licenses.ts'
import { checkMarkets } from './markets.ts'
import { checkFiles, checkStory, checkTexts, checkUnformed } from './personal-data.ts'
import { checkPictures } from './pictures.ts'
import { checkPraise } from './praise.ts'
import {
  checkClusterReferences,
  checkComplaintReferences,
  checkCurationReferences,
  checkCuratorReferences,
  checkMakerReferences,
  checkProductReferences,
} from './references.ts'
import type { Fault } from './rule.ts'
import { rules } from './rules.ts'
import { checkTextile } from './textiles.ts'
import { checkTrade } from './trade.ts'
import { describeWorld, type Occasion, type World } from './world.ts'

type Check<F> = (filed: F, world: World) => Fault[]

/** Reading's own findings included, by file and line. */
export function checkCatalogue(catalogue: Catalogue, occasion: Occasion): Finding[] {
  const world = describeWorld(catalogue, occasion)
  const over = <T, F extends Filed<T>>(files: readonly F[], checks: Check<F>[]) =>
    files.flatMap((filed) =>
      [...checks.flatMap((check) => check(filed, world)), ...checkTexts(filed.value)].map((fault) =>
        describeFault(filed.file, fault, rules, filed),
      ),
    )
  return sortFindings([
    ...catalogue.findings,
    ...over(catalogue.products, [
      checkProductReferences,
      checkTextile,
      checkClaims,
      checkProductLicenses,
      checkFood,
      checkTrade,
      checkMarkets,
      checkPictures,
      checkLanguages,
      checkPraise,
      checkProductDemo,
    ]),
    ...over(catalogue.makers, [checkMakerReferences, checkMakerLicenses, checkMakerDemo]),
    ...over(catalogue.clusters, [checkClusterReferences]),
    ...over(catalogue.curators, [checkCuratorReferences, checkCuratorLicense]),
    ...over(catalogue.curations, [checkCurationReferences, checkCuration, checkDecisionDemo]),
    ...over(catalogue.complaints, [checkComplaintReferences, checkComplaint, checkDecisionDemo]),
    ...over(catalogue.rubrics, []),
    ...over(Object.values(catalogue.vocab), []),
    ...checkLoose(catalogue, world),
  ])
}

/** What is no field of a file: stories, names of files, pictures. */
function checkLoose(catalogue: Catalogue, world: World): Finding[] {
  const stories = catalogue.products.flatMap(({ stories }) => Object.values(stories))
  return [
    ...stories.flatMap(({ file, text, line }) => checkStory(text, line).map((fault) => ({ file, fault }))),
    ...checkFiles(catalogue),
    ...checkUnformed(catalogue),
    ...catalogue.products.flatMap((product) => findOldStories(product, world)),
  ].map(({ file, fault }) => describeFault(file, fault, rules, {}))
}
