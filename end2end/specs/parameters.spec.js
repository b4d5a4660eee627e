// A parameter set drafted by one person and reviewed by another, without script; what stands in the
// way of somebody who wrote it; and pages that fit a small screen.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, openContext } from '../support/browser.js';
import { accessibility, overflow } from '../support/checks.js';
import { signInAs } from '../support/sign-in.js';

const url = process.env.END2END_URL;
const HERE = '/admin/parameters';
let browser;
before(async () => (browser = await launch()));
after(async () => browser?.close());

// A set of its own for each run of the specs on the same store.
const id = `CD-${Date.now().toString(36).toUpperCase()}`;

async function as(sub, options = {}) {
  const opened = await openContext(browser, url, { script: false, width: 'phone', ...options });
  const page = await opened.context.newPage();
  await signInAs(page, sub, HERE);
  return { ...opened, page };
}

test('a draft is pasted, mended, tried and sent back', async () => {
  const editor = await as('editor');
  const page = editor.page;
  assert.equal(await page.locator('nav.side a').count(), 5);
  await page.locator(`a[href="${HERE}/CD-2025"]`).click();
  await page.getByRole('link', { name: '照这一套起草新的' }).click();
  const set = JSON.parse(await page.locator('textarea[name="text"]').inputValue());
  assert.equal(set.id, 'CD-2025');
  assert.equal(set.reviewed_by, undefined, 'who checked it is not copied');

  // Sent as it is: the id is taken, and what was typed stays.
  await page.locator('textarea[name="note"]').fill('照新文件调整');
  await page.getByRole('button', { name: '保存草稿' }).click();
  const errors = page.getByRole('alert');
  assert.match(await errors.innerText(), /编号已经有发布过的参数/);
  // The browser has its own word about the answer to such a form.
  assert.ok(editor.problems.take().every((problem) => problem.includes('422')));
  assert.equal(await page.locator('textarea[name="note"]').inputValue(), '照新文件调整');

  set.id = id;
  set.effective = { from: '2031-01-01', through: null };
  set.remote.values.unfiled = 3000;
  await page.locator('textarea[name="text"]').fill(JSON.stringify(set));
  await page.getByRole('button', { name: '保存草稿' }).click();
  await page.waitForURL(`**${HERE}/${id}`);
  assert.match(await page.getByRole('status').innerText(), /草稿已经保存，还没有生效/);
  const differences = await page.locator('main table').first().innerText();
  assert.match(differences, /没有备案/);
  assert.match(differences, /30%/);
  assert.deepEqual(await overflow(page), []);

  await page.getByRole('button', { name: '开始试算' }).click();
  await page.waitForURL(`**${HERE}/${id}`);
  let tried = false;
  for (let attempt = 0; attempt < 60 && !tried; attempt += 1) {
    await page.reload();
    tried = (await page.getByText('已试算，等审核').count()) > 0;
    if (!tried) await page.waitForTimeout(1000);
  }
  assert.ok(tried, 'the simulation comes to its end');
  assert.match(await page.locator('main').innerText(), /不到 \d+ 人的不显示|还没有账单可以试算/);
  assert.deepEqual(editor.problems.take(), []);
  await editor.context.close();

  const approver = await as('approver');
  await approver.page.goto(`${HERE}/${id}`);
  await approver.page.locator('textarea[name="note"]').fill('请写明依据的文件');
  await approver.page.getByRole('button', { name: '退回给编辑' }).click();
  await approver.page.waitForURL(`**${HERE}/${id}`);
  assert.match(await approver.page.getByRole('status').innerText(), /已经退回给编辑/);
  assert.match(await approver.page.locator('.timeline').innerText(), /请写明依据的文件/);
  await approver.context.close();

  // Away again, so that other specs find the store as it was.
  const last = await as('editor');
  await last.page.goto(`${HERE}/${id}`);
  await last.page.locator('textarea[name="reason"]').fill('只是试试');
  await last.page.getByRole('button', { name: '作废草稿' }).click();
  await last.page.waitForURL(`**${HERE}`);
  assert.equal(await last.page.getByText(id).count(), 0);
  await last.context.close();
});

test('a draft is read from a file and seen before it is kept', async () => {
  const { context, page, problems } = await as('editor', { script: true });
  await page.goto(`${HERE}/new?from=CD-2025`);
  const set = JSON.parse(await page.locator('textarea[name="text"]').inputValue());
  set.id = `${id}-F`;
  set.effective = { from: '2031-01-01', through: null };
  set.remote.values.unfiled = 3000;
  const file = (text) => ({ name: 'set.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  const read = page.getByRole('button', { name: '读取文件' });

  await page.locator('input[type="file"]').setInputFiles(file('{"id": '));
  await read.click();
  assert.match(await page.getByRole('alert').innerText(), /这里读不懂/);
  assert.equal(await page.locator('textarea[name="text"]').inputValue(), '{"id": ');
  assert.deepEqual(await accessibility(page), []);
  assert.deepEqual(await overflow(page), []);
  assert.ok(problems.take().every((problem) => problem.includes('422')));

  const text = JSON.stringify(set);
  await page.locator('input[type="file"]').setInputFiles(file(`\ufeff${text}`));
  await read.click();
  await page.getByText('读好了，还没有保存').waitFor();
  assert.match(await page.locator('main table').first().innerText(), /30%/);
  assert.equal(await page.locator('textarea[name="text"]').inputValue(), text);
  assert.deepEqual(await accessibility(page), []);
  assert.deepEqual(await overflow(page), []);
  await page.goto(HERE);
  assert.equal(await page.getByText(set.id).count(), 0, 'nothing is kept');
  assert.deepEqual(problems.take(), []);
  await context.close();
});

test('the pages can be used by everybody', async () => {
  const { context, page, problems } = await as('approver', { script: true });
  for (const path of [HERE, `${HERE}/CD-2025`]) {
    await page.goto(path);
    assert.deepEqual(await accessibility(page), [], path);
    assert.deepEqual(await overflow(page), [], path);
  }
  const answer = await page.request.get(`${HERE}/new`);
  assert.equal(answer.status(), 404, 'an approver drafts nothing');
  assert.deepEqual(problems.take(), []);
  await context.close();
});
