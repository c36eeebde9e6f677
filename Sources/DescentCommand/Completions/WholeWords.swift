/// What the script for bash needs beside what the argument parser makes.
///
/// bash breaks words at `:` and `=`, so that of `--schedule step:every=20` it sees five words, and the option is not the one before the
/// word at hand. This function puts them together again, asks, and takes off the answers what bash keeps. Behind `key=` it lets no
/// space follow.
enum WholeWords {
  static let script = #"""
    _descent_whole_words() {
        local -a words=()
        local rest="${COMP_LINE}" prefix="${2}" previous="" word blank
        local -i index current=0
        for index in "${!COMP_WORDS[@]}"; do
            word="${COMP_WORDS[index]}"
            blank="${rest%%[![:space:]]*}"
            rest="${rest#"${blank}"}"
            rest="${rest#"${word}"}"
            if ((${#words[@]} > 0)) && [[ -z "${blank}" && ("${word}" == [:=]* || "${words[-1]}" == *[:=]) ]]; then
                if ((index == COMP_CWORD)); then
                    prefix="${words[-1]}${2}"
                    # Behind a colon bash has no word at hand, though the colon counts as one.
                    [[ -z "${2}" && "${word}" == [:=]* ]] && prefix="${words[-1]}${word}"
                fi
                words[-1]+="${word}"
            else
                words+=("${word}")
            fi
            ((index == COMP_CWORD)) && current=$((${#words[@]} - 1))
        done
        ((current > 0)) && previous="${words[current - 1]}"
        local -a COMP_WORDS=("${words[@]}")
        local -i COMP_CWORD="${current}"
        _descent "${1}" "${prefix}" "${previous}"
        COMPREPLY=("${COMPREPLY[@]#"${prefix%"${2}"}"}")
        # These are no files, of which bash would quote `,` and `=`.
        [[ "${prefix}" == *[:=,]* ]] && compopt +o filenames
        [[ "${#COMPREPLY[@]}" -eq 1 && "${COMPREPLY[0]}" == *= ]] && compopt -o nospace
        return 0
    }

    complete -o filenames -F _descent_whole_words descent

    """#
}
