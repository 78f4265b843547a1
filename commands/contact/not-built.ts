import { notBuiltRoutes } from '../not-built.ts'

export const routes = notBuiltRoutes('contacts', 'contact')
