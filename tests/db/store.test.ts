import { afterAll, beforeAll } from 'vitest'
import { openD1Stores } from '../../db/store.ts'
import { openTestD1 } from '../support/d1.ts'
import { openMemoryStores } from '../support/memory-store.ts'
import { describeEditions } from './edition-contract.ts'
import { describeKeys } from './key-contract.ts'
import { describeStatuses } from './status-contract.ts'
import { describeStore } from './store-contract.ts'

const memory = openMemoryStores()
describeStore('the store in memory', () => memory.store)
describeEditions('the store in memory', () => memory.store)
describeStatuses('the store in memory', () => memory)
const keyed = openMemoryStores()
describeKeys('the store in memory', () => keyed)

let d1: Awaited<ReturnType<typeof openTestD1>>
let keyedD1: typeof d1
beforeAll(async () => {
  d1 = await openTestD1()
  keyedD1 = await openTestD1()
})
afterAll(async () => {
  await d1.close()
  await keyedD1.close()
})
describeStore('the store in D1', () => openD1Stores(d1.database).store)
describeEditions('the store in D1', () => openD1Stores(d1.database).store)
describeStatuses('the store in D1', () => openD1Stores(d1.database))
describeKeys('the store in D1', () => openD1Stores(keyedD1.database))
