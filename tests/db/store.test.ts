import { afterAll, beforeAll } from 'vitest'
import { openD1Stores } from '../../db/store.ts'
import { openTestD1 } from '../support/d1.ts'
import { openMemoryStores } from '../support/memory-store.ts'
import { describeEditions } from './edition-contract.ts'
import { describeStore } from './store-contract.ts'

const memory = openMemoryStores()
describeStore('the store in memory', () => memory.store)
describeEditions('the store in memory', () => memory.store)

let d1: Awaited<ReturnType<typeof openTestD1>>
beforeAll(async () => {
  d1 = await openTestD1()
})
afterAll(() => d1.close())
describeStore('the store in D1', () => openD1Stores(d1.database).store)
describeEditions('the store in D1', () => openD1Stores(d1.database).store)
