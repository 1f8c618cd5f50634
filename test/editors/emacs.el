;;; Runs in Emacs 28 with the package eglot, and in 29 and later, which bring it.  -*- lexical-binding: t -*-
(package-initialize)
(require 'eglot)
(require 'flymake)
(setq eglot-sync-connect 10
      eglot-confirm-server-initiated-edits nil
      make-backup-files nil
      create-lockfiles nil)
(define-derived-mode article-mode text-mode "Article")
(add-to-list 'auto-mode-alist '("\\.md\\'" . article-mode))
(add-to-list 'eglot-server-programs
             `(article-mode . (,(getenv "HEALTHLINT_NODE") ,(getenv "HEALTHLINT_LSP") "--stdio")))

(defun ok (condition what)
  (unless condition
    (message "FAIL %s" what)
    (kill-emacs 1))
  (message "ok %s" what))

(defun settles (count what)
  (let ((end (+ (float-time) 15)))
    (while (and (/= (length (flymake-diagnostics)) count) (< (float-time) end))
      (accept-process-output nil 0.05)
      (unless flymake-mode (flymake-mode 1)))
    (ok (= (length (flymake-diagnostics)) count) what)))

(defun action (title)
  (or (seq-find (lambda (one) (string-prefix-p title (plist-get one :title)))
                (jsonrpc-request
                 (eglot--current-server-or-lose) :textDocument/codeAction
                 (list :textDocument (eglot--TextDocumentIdentifier)
                       :range (list :start (eglot--pos-to-lsp-position) :end (eglot--pos-to-lsp-position))
                       :context '(:diagnostics []))))
      (ok nil (format "no action %s" title))))

(defun apply-action (title)
  (eglot--apply-workspace-edit (plist-get (action title) :edit) nil)
  (eglot--signal-textDocument/didChange))

(find-file "tea.md")
(call-interactively #'eglot)
(settles 3 "diagnostics")

(goto-char (point-min))
(search-forward "naïvely ")
(let ((first (car (flymake-diagnostics (point)))))
  (ok (equal (buffer-substring (flymake-diagnostic-beg first) (flymake-diagnostic-end first)) "cures")
      "the exact word behind an emoji and an accent"))
(let ((hover (jsonrpc-request (eglot--current-server-or-lose) :textDocument/hover
                              (eglot--TextDocumentPositionParams))))
  (ok (string-match-p "stop looking for care" (plist-get (plist-get hover :contents) :value)) "hover"))

(apply-action "Write “may help with”")
(settles 2 "a suggestion")
(apply-action "Apply all safe fixes")
(settles 1 "all safe fixes")
(save-buffer)
(search-forward "Honey ")
(apply-action "Disable no-cures")
(settles 2 "an excuse that lacks a reason")
(search-backward "-- reason")
(replace-match "-- quoted")
(eglot--signal-textDocument/didChange)
(settles 0 "an excuse")
(set-buffer-modified-p nil)
(eglot-shutdown (eglot--current-server-or-lose))
(kill-emacs 0)
