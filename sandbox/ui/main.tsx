import { render } from 'preact'
import { App } from './app.tsx'
import './theme.css'
import './controls.css'

const root = document.getElementById('app')
if (root) render(<App />, root)
