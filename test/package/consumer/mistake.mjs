import {createLinter} from 'healthlint'

createLinter({extends: ['recomended']})
