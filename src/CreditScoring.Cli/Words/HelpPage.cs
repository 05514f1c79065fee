using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Text;
using CreditScoring.Cli.Live;
using CreditScoring.Cli.Terminal;
using CreditScoring.Documents;

namespace CreditScoring.Cli.Words;

/// <summary>The page that <c>--help</c> shows, in the language of the run.</summary>
internal sealed class HelpPage(string language) : SynchronousCommandLineAction
{
    private const int Gap = 2;
    private const int Usual = 80;

    public override bool Terminating => true;

    public override bool ClearsParseErrors => true;

    /// <summary>Lets every verb under a root show its help in a language.</summary>
    public static void Give(RootCommand root, string language)
    {
        foreach (var help in root.Options.OfType<HelpOption>())
        {
            help.Action = new HelpPage(language);
        }
    }

    public override int Invoke(ParseResult parsed)
    {
        Console.Out.Write(Of(parsed.CommandResult.Command));
        return Exit.Done;
    }

    /// <summary>The whole page of a verb.</summary>
    public string Of(Command verb)
    {
        var page = new StringBuilder();
        page.Append(Screen.Out.Shown(Words(verb, null))).Append("\n\n");
        page.Append(Say("用法：", "Usage:")).Append("\n  ").Append(Usage(verb)).Append('\n');
        List(page, Say("参数：", "Arguments:"),
            verb.Arguments.Select(each => ($"<{each.Name}>", Words(verb, each.Name))));
        List(page, Say("选项：", "Options:"), Options(verb).Select(each => (Named(each), Purpose(verb, each))));
        List(page, Say("命令：", "Commands:"),
            verb.Subcommands.Select(each => (Signature(each), Words(each, null))));
        if (verb is RootCommand)
        {
            page.Append('\n').Append(Screen.Out.Shown(Phrases.ExitCodes.In(language))).Append('\n');
        }

        return page.ToString();
    }

    /// <summary>The verb as it is called, without the program: "quarantine list".</summary>
    public static string PathOf(Command verb) =>
        verb is RootCommand ? ""
            : $"{verb.Parents.OfType<Command>().Select(PathOf).FirstOrDefault()} {verb.Name}".Trim();

    /// <summary>The options of a verb, with those that every verb has.</summary>
    public static IEnumerable<Option> Options(Command verb) => verb.Options
        .Concat(verb.Parents.Concat(verb.Parents.SelectMany(each => each.Parents)).OfType<RootCommand>()
            .SelectMany(root => root.Options.Where(each => each.Recursive)))
        .DistinctBy(each => each.Name).Where(each => !each.Hidden);

    private string Usage(Command verb) => string.Join(' ', new[] { "credit", PathOf(verb) }
        .Append(verb.Subcommands.Count > 0 ? Say("命令", "COMMAND") : "")
        .Concat(verb.Arguments.Select(
            each => each.Arity.MinimumNumberOfValues > 0 ? $"<{each.Name}>" : $"[<{each.Name}>]"))
        .Concat(verb.Options.Where(each => each.Required).Select(Named))
        .Append(Say("[选项]", "[OPTIONS]")).Where(part => part.Length > 0));

    private static string Signature(Command verb) =>
        string.Join(' ', verb.Arguments.Select(each => $"<{each.Name}>").Prepend(verb.Name));

    private static string Named(Option option) =>
        string.Join(", ", option.Aliases.Where(name => name is not (['/', ..] or "-?"))
            .Order(StringComparer.Ordinal).Append(option.Name).Distinct())
        + (option.ValueType == typeof(bool) || option is HelpOption or VersionOption ? ""
            : $" <{option.Name.TrimStart('-')}>");

    private string Purpose(Command verb, Option option) => Words(verb, option.Name)
        + (option.Required ? Say("（必填）", " (required)") : "")
        + (option is IFileOption ? Say("（不写 --server 时必填）", " (required without --server)") : "")
        + (option.HasDefaultValue && option.GetDefaultValue() is { } value and not false
            ? Say($"（默认 {value}）", $" (default: {value})") : "");

    private string Words(Command verb, string? name) =>
        (HelpWords.Of(PathOf(verb), name) ?? new Wording("", "")).In(language);

    private void List(StringBuilder page, string title, IEnumerable<(string Name, string Words)> entries)
    {
        var all = entries.ToArray();
        if (all.Length == 0)
        {
            return;
        }

        page.Append('\n').Append(title).Append('\n');
        var left = all.Max(each => TextWidth.Of(each.Name)) + (2 * Gap);
        var inset = "\n" + new string(' ', left);
        foreach (var (name, words) in all)
        {
            var lines = Folding.Fold(words, (Screen.Out.Width ?? Usual) - left - Gap).Split('\n');
            page.Append("  ").Append(TextWidth.Fit(name, left - Gap))
                .AppendJoin(inset, lines.Select(line => line.TrimStart(' '))).Append('\n');
        }
    }

    private string Say(string zh, string en) => new Wording(zh, en).In(language);
}
