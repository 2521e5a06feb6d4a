/** Some of the public vectors, so that they are checked everywhere; tests/conformance/merkle.test.ts runs them all. */
import { describe, expect, test } from 'vitest'
import {
  checkConsistency,
  checkInclusion,
  hashLeaf,
  proveConsistency,
  proveInclusion,
  rootOf,
} from '#core/log/merkle.ts'
import { fromBase64, fromHex, naiveTree, toHex } from './support.ts'

/** transparency-dev/merkle testdata, Apache-2.0: file, whether it holds, index, size, leaf hash, root, proof. */
const inclusions: [string, boolean, number, number, string, string, string[]][] = [
  [
    'inclusion/0/happy-path',
    true,
    0,
    1,
    'bjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0=',
    'bjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0=',
    [],
  ],
  [
    'inclusion/1/happy-path',
    true,
    0,
    8,
    'bjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0=',
    'XcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=',
    [
      'lqKW0iTyhcZ77pPDD4owkVfw2qNdxbh+QQt4YwoJz8c=',
      'Xwg/ChozygdqlSeYMlgNs+DvRYS9/x9UyKNg9Q3jAx4=',
      'a0eq8p7jwq+a+Im8H7klTavTEXfxYjLdaqsDXKOb9uQ=',
    ],
  ],
  [
    'inclusion/2/happy-path',
    true,
    5,
    8,
    'QnGia+DYqE8L1UyMMC58s6O10fpngKQLzOKHNHfatlg=',
    'XcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=',
    [
      'vBoGQ7EuTS18d5GPROD095qDi2z57FtcKD4fTYhZnms=',
      'yoVOoSjtBQtBs1/8G4e46yveRh6eO1WW7Oa51ZdaCuA=',
      '037kGJdt2VdTwcc4Yrk5j6Kiz5tP8P3+izDNlSCWFLc=',
    ],
  ],
  [
    'inclusion/3/happy-path',
    true,
    2,
    3,
    'ApjRIpBtz8EIkstTpzmS/FufST6kybrbJ7eRtBJ6f+c=',
    'rra8/idLcKFPsGel5VeCZNsPqbUa9eC6FZFY8yngbnc=',
    ['+sVCA+fMaWzw38tCySodnbr3CtnmIfS9jZhmLwDjwSU='],
  ],
  [
    'inclusion/4/happy-path',
    true,
    1,
    5,
    'lqKW0iTyhcZ77pPDD4owkVfw2qNdxbh+QQt4YwoJz8c=',
    'Tju7H3tHjc/nH7YxYxUZo7yhLJrvyhYSv85ME6hiZNQ=',
    [
      'bjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0=',
      'Xwg/ChozygdqlSeYMlgNs+DvRYS9/x9UyKNg9Q3jAx4=',
      'vBoGQ7EuTS18d5GPROD095qDi2z57FtcKD4fTYhZnms=',
    ],
  ],
  ['inclusion/single-entry/empty-root-and-leaf', false, 0, 1, '', '', []],
  [
    'inclusion/2/leafIdx-plus-@1',
    false,
    6,
    8,
    'QnGia+DYqE8L1UyMMC58s6O10fpngKQLzOKHNHfatlg=',
    'XcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=',
    [
      'vBoGQ7EuTS18d5GPROD095qDi2z57FtcKD4fTYhZnms=',
      'yoVOoSjtBQtBs1/8G4e46yveRh6eO1WW7Oa51ZdaCuA=',
      '037kGJdt2VdTwcc4Yrk5j6Kiz5tP8P3+izDNlSCWFLc=',
    ],
  ],
  [
    'inclusion/2/trailing-root',
    false,
    5,
    8,
    'QnGia+DYqE8L1UyMMC58s6O10fpngKQLzOKHNHfatlg=',
    'XcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=',
    [
      'vBoGQ7EuTS18d5GPROD095qDi2z57FtcKD4fTYhZnms=',
      'yoVOoSjtBQtBs1/8G4e46yveRh6eO1WW7Oa51ZdaCuA=',
      '037kGJdt2VdTwcc4Yrk5j6Kiz5tP8P3+izDNlSCWFLc=',
      'XcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=',
    ],
  ],
  [
    'inclusion/2/removed-component',
    false,
    5,
    8,
    'QnGia+DYqE8L1UyMMC58s6O10fpngKQLzOKHNHfatlg=',
    'XcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=',
    ['vBoGQ7EuTS18d5GPROD095qDi2z57FtcKD4fTYhZnms=', 'yoVOoSjtBQtBs1/8G4e46yveRh6eO1WW7Oa51ZdaCuA='],
  ],
  [
    'inclusion/3/treeSize-mul-@2',
    false,
    2,
    6,
    'ApjRIpBtz8EIkstTpzmS/FufST6kybrbJ7eRtBJ6f+c=',
    'rra8/idLcKFPsGel5VeCZNsPqbUa9eC6FZFY8yngbnc=',
    ['+sVCA+fMaWzw38tCySodnbr3CtnmIfS9jZhmLwDjwSU='],
  ],
]

/** transparency-dev/merkle testdata, Apache-2.0: file, whether it holds, old size, new size, old root, new root, proof. */
const consistencies: [string, boolean, number, number, string, string, string[]][] = [
  [
    'consistency/1/happy-path',
    true,
    1,
    8,
    'bjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0=',
    'XcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=',
    [
      'lqKW0iTyhcZ77pPDD4owkVfw2qNdxbh+QQt4YwoJz8c=',
      'Xwg/ChozygdqlSeYMlgNs+DvRYS9/x9UyKNg9Q3jAx4=',
      'a0eq8p7jwq+a+Im8H7klTavTEXfxYjLdaqsDXKOb9uQ=',
    ],
  ],
  [
    'consistency/2/happy-path',
    true,
    6,
    8,
    'duZ9rbzfHhDht03cYIq9L5jfsW+851J3tSMqEn8gh+8=',
    'XcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=',
    [
      'DrxdNDf74tsVi58Sah0RjjCBgQMdCpSfje3t68VY72o=',
      'yoVOoSjtBQtBs1/8G4e46yveRh6eO1WW7Oa51ZdaCuA=',
      '037kGJdt2VdTwcc4Yrk5j6Kiz5tP8P3+izDNlSCWFLc=',
    ],
  ],
  [
    'consistency/3/happy-path',
    true,
    2,
    5,
    '+sVCA+fMaWzw38tCySodnbr3CtnmIfS9jZhmLwDjwSU=',
    'Tju7H3tHjc/nH7YxYxUZo7yhLJrvyhYSv85ME6hiZNQ=',
    ['Xwg/ChozygdqlSeYMlgNs+DvRYS9/x9UyKNg9Q3jAx4=', 'vBoGQ7EuTS18d5GPROD095qDi2z57FtcKD4fTYhZnms='],
  ],
  [
    'consistency/4/happy-path',
    true,
    6,
    7,
    'duZ9rbzfHhDht03cYIq9L5jfsW+851J3tSMqEn8gh+8=',
    '3bib5AOAnjJXUNPSY814kpwpQreUKjS3fhIslZSnTIw=',
    [
      'DrxdNDf74tsVi58Sah0RjjCBgQMdCpSfje3t68VY72o=',
      'sIaT7C5yFZcTBkHoIR5+7cy0wmQTlj7ubB4u0W/7Gl8=',
      '037kGJdt2VdTwcc4Yrk5j6Kiz5tP8P3+izDNlSCWFLc=',
    ],
  ],
  [
    'consistency/additional/sizes-are-equal-zero-and-proof-is-empty',
    false,
    0,
    0,
    'ZG9uJ3QgY2FyZSAx',
    'ZG9uJ3QgY2FyZSAx',
    [],
  ],
  [
    'consistency/2/swapped-roots',
    false,
    6,
    8,
    'XcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=',
    'duZ9rbzfHhDht03cYIq9L5jfsW+851J3tSMqEn8gh+8=',
    [
      'DrxdNDf74tsVi58Sah0RjjCBgQMdCpSfje3t68VY72o=',
      'yoVOoSjtBQtBs1/8G4e46yveRh6eO1WW7Oa51ZdaCuA=',
      '037kGJdt2VdTwcc4Yrk5j6Kiz5tP8P3+izDNlSCWFLc=',
    ],
  ],
  [
    'consistency/2/truncated-proof',
    false,
    6,
    8,
    'duZ9rbzfHhDht03cYIq9L5jfsW+851J3tSMqEn8gh+8=',
    'XcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=',
    ['DrxdNDf74tsVi58Sah0RjjCBgQMdCpSfje3t68VY72o=', 'yoVOoSjtBQtBs1/8G4e46yveRh6eO1WW7Oa51ZdaCuA='],
  ],
  [
    'consistency/3/size2-mul-@2',
    false,
    2,
    10,
    '+sVCA+fMaWzw38tCySodnbr3CtnmIfS9jZhmLwDjwSU=',
    'Tju7H3tHjc/nH7YxYxUZo7yhLJrvyhYSv85ME6hiZNQ=',
    ['Xwg/ChozygdqlSeYMlgNs+DvRYS9/x9UyKNg9Q3jAx4=', 'vBoGQ7EuTS18d5GPROD095qDi2z57FtcKD4fTYhZnms='],
  ],
  [
    'consistency/4/preceding-root1',
    false,
    6,
    7,
    'duZ9rbzfHhDht03cYIq9L5jfsW+851J3tSMqEn8gh+8=',
    '3bib5AOAnjJXUNPSY814kpwpQreUKjS3fhIslZSnTIw=',
    [
      'duZ9rbzfHhDht03cYIq9L5jfsW+851J3tSMqEn8gh+8=',
      'DrxdNDf74tsVi58Sah0RjjCBgQMdCpSfje3t68VY72o=',
      'sIaT7C5yFZcTBkHoIR5+7cy0wmQTlj7ubB4u0W/7Gl8=',
      '037kGJdt2VdTwcc4Yrk5j6Kiz5tP8P3+izDNlSCWFLc=',
    ],
  ],
]

/** The eight entries under all of these, as every RFC 6962 implementation tests them. */
const entries = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f']
const tree = naiveTree(entries.map((entry) => hashLeaf(fromHex(entry))))

describe('the known answers of transparency-dev/merkle', () => {
  test.each(inclusions)('%s: that it holds is %s', (_, holds, index, size, leaf, root, proof) => {
    expect(checkInclusion(fromBase64(leaf), index, size, proof.map(fromBase64), fromBase64(root))).toBe(holds)
  })

  test.each(consistencies)('%s: that it holds is %s', (_, holds, oldSize, newSize, oldRoot, newRoot, proof) => {
    const [before, after] = [fromBase64(oldRoot), fromBase64(newRoot)]
    expect(checkConsistency(oldSize, newSize, proof.map(fromBase64), before, after)).toBe(holds)
  })

  test('the proofs that hold are those that we make of the same entries', async () => {
    for (const [, holds, index, size, , , proof] of inclusions) {
      if (holds) expect(await proveInclusion(index, size, tree.reader)).toEqual(proof.map(fromBase64))
    }
    for (const [, holds, oldSize, newSize, , , proof] of consistencies) {
      if (holds) expect(await proveConsistency(oldSize, newSize, tree.reader)).toEqual(proof.map(fromBase64))
    }
  })

  test('the roots of one to eight entries are the published ones', async () => {
    const roots = await Promise.all([1, 2, 3, 5, 6, 7, 8].map((size) => rootOf(size, tree.reader)))
    expect(roots.map(toHex)).toEqual([
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
      'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
      'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
      '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
      '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
      'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
      '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
    ])
  })
})
