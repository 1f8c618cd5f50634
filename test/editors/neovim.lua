-- Runs in Neovim 0.7 and later: `vim.lsp.start` came with 0.8.
local function ok(condition, what)
  if not condition then
    io.stderr:write('FAIL ' .. what .. '\n')
    vim.cmd('cquit 1')
  end
  io.stderr:write('ok ' .. what .. '\n')
end

vim.cmd('edit tea.md')
local buffer = vim.api.nvim_get_current_buf()
local client_id = vim.lsp.start_client({
  name = 'healthlint',
  cmd = { vim.env.HEALTHLINT_NODE, vim.env.HEALTHLINT_LSP, '--stdio' },
  root_dir = vim.fn.getcwd(),
})
vim.lsp.buf_attach_client(buffer, client_id)
local client = vim.lsp.get_client_by_id(client_id)

local function found() return vim.diagnostic.get(buffer) end
local function settles(count, what)
  ok(vim.wait(15000, function() return #found() == count end, 20), what)
end
local function line(number) return vim.api.nvim_buf_get_lines(buffer, number - 1, number, false)[1] end
local function actions(only)
  local params = vim.lsp.util.make_range_params(0, client.offset_encoding)
  params.context = { diagnostics = {}, only = only }
  return client.request_sync('textDocument/codeAction', params, 10000, buffer).result
end
local function apply(list, title)
  for _, action in ipairs(list) do
    if vim.startswith(action.title, title) then
      vim.lsp.util.apply_workspace_edit(action.edit, client.offset_encoding)
      return
    end
  end
  ok(false, 'no action “' .. title .. '”')
end

settles(3, 'diagnostics')

local first = found()[1]
local text = line(first.lnum + 1)
ok(text:sub(first.col + 1, first.end_col) == 'cures', 'the exact word behind an emoji and an accent')
ok(first.user_data.lsp.codeDescription.href:match('no%-cures$'), 'the page of the rule')

vim.api.nvim_win_set_cursor(0, { 3, first.col + 1 })
local hover = client.request_sync(
  'textDocument/hover', vim.lsp.util.make_position_params(0, client.offset_encoding), 10000, buffer)
ok(hover.result.contents.value:match('stop looking for care'), 'hover')

apply(actions({ 'quickfix' }), 'Write “may help with”')
settles(2, 'a suggestion')

apply(actions({ 'source.fixAll.healthlint' }), 'Apply all')
settles(1, 'all safe fixes')
ok(line(5) == 'Honey cures coughs.', 'nothing else is touched')

vim.api.nvim_win_set_cursor(0, { 5, 7 })
apply(actions({ 'quickfix' }), 'Disable no-cures')
settles(2, 'an excuse that lacks a reason')
vim.api.nvim_buf_set_lines(buffer, 4, 5, false, { (line(5):gsub('-- reason', '-- quoted')) })
settles(0, 'an excuse')
vim.api.nvim_buf_set_lines(buffer, 4, 5, false, {})
settles(1, 'the finding again')
vim.cmd('silent write')

-- The configuration is looked at when the author saves.
vim.fn.writefile({ 'rules: {valid-suppression: warning}' }, 'healthlint.config.yaml')
vim.cmd('silent write')
settles(0, 'a changed configuration')

vim.lsp.stop_client(client_id)
vim.cmd('qall!')
