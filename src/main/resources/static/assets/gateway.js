// Seasoning only: every page is whole without it.
import { initAll } from './govuk-frontend.js'

initAll()
