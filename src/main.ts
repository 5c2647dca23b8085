import { mount } from 'svelte';
import 'krds-uiux/resources/css/token/krds_tokens.css';
import './styles/theme.css';
import './styles/base.css';
import App from './App.svelte';
import { boot } from './boot.ts';
import { appearance } from './shell/appearance.svelte.ts';

const target = document.getElementById('app');
if (!target) throw new Error('index.html has no #app');
appearance.restore();
mount(App, { target, props: { boot } });
