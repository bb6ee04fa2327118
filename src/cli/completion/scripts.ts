/** What a shell runs at every press of the completion key: this program, which knows its commands and its data best. */
export const shells = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof shells)[number];

const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

// The one on PATH goes first: this file may be older than the program.
const program = (bin: string): string => `  if type -P baedal >/dev/null 2>&1; then command baedal "$@"; else ${quoted(bin)} "$@"; fi`;

const bash = (bin: string): string => String.raw`# baedal completion for bash. In ~/.bashrc:  eval "$(baedal completion bash)"
_baedal_program() {
${program(bin)}
}
_baedal() {
  local line=${'$'}{COMP_LINE:0:COMP_POINT} word breaks head='' answer value
  COMPREPLY=()
  # bash takes a word apart at : and =, and replaces only what is behind them; not so within quotes.
  word=${'$'}{line##*[[:space:]]}
  breaks=${'$'}{COMP_WORDBREAKS//[^:=]/}
  if [[ -n $breaks && $word == *[$breaks]* && $word != *[\'\"\\]* ]]; then head=${'$'}{word%"${'$'}{word##*[$breaks]}"}; fi
  while IFS= read -r answer; do
    value=${'$'}{answer%%$'\t'*}
    if [[ -z $value ]]; then
      compopt -o filenames 2>/dev/null
      while IFS= read -r value; do COMPREPLY+=("$value"); done < <(compgen -f -- "${'$'}{word#"$head"}")
      return
    fi
    [[ $value == *[:=,] ]] && compopt -o nospace 2>/dev/null
    COMPREPLY+=("${'$'}{value#"$head"}")
  done < <(_baedal_program completion next --line "$line" 2>/dev/null)
}
complete -F _baedal baedal
`;

const zsh = (bin: string): string => String.raw`#compdef baedal
# baedal completion for zsh. In ~/.zshrc, behind compinit:  source <(baedal completion zsh)
_baedal_program() {
  if (( $+commands[baedal] )); then command baedal "$@"; else ${quoted(bin)} "$@"; fi
}
_baedal() {
  local line answer value about
  local -a open openShown whole wholeShown
  line="${'$'}{(j: :)${'$'}{(@)words[1,CURRENT-1]}} $QIPREFIX$IPREFIX$PREFIX"
  for answer in "${'$'}{(@f)$(_baedal_program completion next --line "$line" 2>/dev/null)}"; do
    value=${'$'}{answer%%$'\t'*} about=${'$'}{answer#*$'\t'}
    if [[ -z $value ]]; then
      [[ $about == files ]] && _files
    elif [[ $value == *[:=,] ]]; then
      open+=("$value") openShown+=("$value  $about")
    else
      whole+=("$value") wholeShown+=("$value  $about")
    fi
  done
  # What ends in a sign goes on behind it.
  (( $#open )) && compadd -l -S '' -d openShown -a open
  (( $#whole )) && compadd -l -d wholeShown -a whole
  (( $#open + $#whole ))
}
if [[ ${'$'}{funcstack[1]} == _baedal ]]; then _baedal "$@"; else compdef _baedal baedal; fi
`;

const fish = (
  bin: string,
): string => String.raw`# baedal completion for fish. In ~/.config/fish/config.fish:  baedal completion fish | source
function __baedal_program
    if command -q baedal
        command baedal $argv
    else
        ${quoted(bin).replaceAll(`'\\''`, `\\'`)} $argv
    end
end
function __baedal_complete
    for answer in (__baedal_program completion next --line (commandline -cp | string collect) 2>/dev/null)
        if test "$answer" = \t'files'
            __fish_complete_path (commandline -ct)
        else
            echo $answer
        end
    end
end
complete -c baedal -f -a '(__baedal_complete)'
`;

const texts: Readonly<Record<Shell, (bin: string) => string>> = { bash, zsh, fish };

/** \`bin\`: where this program is, for those who have it not on PATH. */
export const scriptFor = (shell: Shell, bin: string): string => texts[shell](bin);
