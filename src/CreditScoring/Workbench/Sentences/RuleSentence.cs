using System.Globalization;
using CreditScoring.Documents;
using CreditScoring.Events;
using CreditScoring.Law.Language.Parsing;

namespace CreditScoring.Workbench.Sentences;

/// <summary>
/// An expression as a sentence that a lawyer can read against the article: the catalogue's and the pack's
/// own titles in the place of names. It is told from the parsed text, so that it cannot say anything else;
/// what it has no words for stands as it is written.
/// </summary>
/// <param name="catalogue">What events and fields are called.</param>
/// <param name="titles">What the pack's named values are called.</param>
/// <param name="language">"zh", anything else is English.</param>
public sealed class RuleSentence(
    EventCatalogue catalogue, IReadOnlyDictionary<string, Wording> titles, string language)
{
    private readonly EventCatalogue catalogue = catalogue;
    private readonly IReadOnlyDictionary<string, Wording> titles = titles;
    private readonly string language = language;

    /// <summary>Null: the text is no expression.</summary>
    public string? Of(string expression)
    {
        try
        {
            var root = Parser.Parse(expression, out _);
            return root is LiteralNode { Value: true } ? In("任何情况", "whatever happens")
                : new Telling(this, expression).Say(root);
        }
        catch (SyntaxFault)
        {
            return null;
        }
    }

    private string In(Wording said) => said.In(language);

    private string In(string zh, string en) => language == "zh" ? zh : en;

    private bool IsDay(Node node) => node switch
    {
        NameNode name => name.Name is "day" or "from",
        MemberNode { Name: "Value" } value => IsDay(value.Target),
        MemberNode member => SentenceWords.Days.Contains(member.Name)
            || catalogue.FieldTypeOf(member.Name)?.Type == FieldType.Date,
        CallNode call => SentenceWords.Days.Contains(call.Name),
        _ => false,
    };

    /// <summary>One text, with the names that its lambdas have at the moment.</summary>
    private sealed class Telling(RuleSentence words, string text)
    {
        private readonly HashSet<string> items = new(StringComparer.Ordinal);

        public string Say(Node node) => node switch
        {
            LiteralNode literal => Value(literal, null),
            NameNode name => Name(name.Name),
            MemberNode { Name: "Value" } value => Say(value.Target),
            MemberNode member => Member(member),
            UnaryNode { Operator: Operator.Not, Operand: MemberNode member } =>
                words.In($"{Say(member)}为否", $"{Say(member)} is false"),
            UnaryNode { Operator: Operator.Not } not =>
                words.In($"并非（{Say(not.Operand)}）", $"not ({Say(not.Operand)})"),
            UnaryNode { Operator: Operator.Negate } minus => $"-{Say(minus.Operand)}",
            LogicNode logic => Logic(logic),
            BinaryNode binary => Binary(binary),
            InNode membership => Membership(membership),
            ChoiceNode choice => words.In(
                $"若{Say(choice.Condition)}，则为{Say(choice.Then)}，否则为{Say(choice.Otherwise)}",
                $"if {Say(choice.Condition)} then {Say(choice.Then)}, else {Say(choice.Otherwise)}"),
            LambdaNode lambda => Lambda(lambda),
            CallNode call => Call(call),
            ListNode list => string.Join(words.In("、", ", "), list.Parts.Select(Say)),
            IndexNode index => words.In(
                $"{Say(index.Target)}的第 {Say(index.Index)} 项",
                $"item {Say(index.Index)} of {Say(index.Target)}"),
            _ => Written(node),
        };

        private string Written(Node node) => text[node.Start..node.End];

        private string Name(string name) =>
            items.Contains(name) ? words.In("其", "it")
            : words.titles.TryGetValue(name, out var title) ? $"“{words.In(title)}”"
            : SentenceWords.Names.TryGetValue(name, out var known) ? words.In(known) : name;

        private string Member(MemberNode member)
        {
            var title = TitleOf(member.Name);
            return member.Target is NameNode { Name: var owner }
                && (items.Contains(owner) || owner == "happened")
                ? title : words.In($"{Say(member.Target)}的{title}", $"{title} of {Say(member.Target)}");
        }

        private string TitleOf(string member) =>
            words.catalogue.FieldTypeOf(member) is { } field ? $"“{words.In(field.Label)}”"
            : SentenceWords.Members.TryGetValue(member, out var known) ? words.In(known) : member;

        private string Logic(LogicNode logic)
        {
            var parts = logic.Parts.Select(
                part => part is LogicNode or ChoiceNode ? $"（{Say(part)}）" : Say(part));
            return string.Join(words.In(SentenceWords.Between[logic.Operator]), Spaced(parts));
        }

        /// <summary>English words are parted by blanks.</summary>
        private IEnumerable<string> Spaced(IEnumerable<string> parts) =>
            words.language == "zh" ? parts : parts.Select((part, place) => place == 0 ? part : $" {part}");

        private string Binary(BinaryNode binary)
        {
            if (!SentenceWords.Between.TryGetValue(binary.Operator, out var between))
            {
                return Written(binary);
            }

            if (words.IsDay(binary.Left) || words.IsDay(binary.Right))
            {
                between = SentenceWords.BetweenDays.GetValueOrDefault(binary.Operator, between);
            }

            var (left, right) = (Side(binary.Left, binary.Right), Side(binary.Right, binary.Left));
            if (right == "null" || left == "null")
            {
                var said = right == "null" ? left : right;
                return binary.Operator == Operator.Equal ? words.In($"未载明{said}", $"{said} is not told")
                    : words.In($"载明了{said}", $"{said} is told");
            }

            return words.language == "zh" ? $"{left}{Blank(left)}{between.Zh}{Blank(right)}{right}"
                : binary.Operator is Operator.Coalesce ? $"{left}{between.En} {right}"
                : $"{left} {between.En} {right}";
        }

        /// <summary>A digit does not touch a Chinese word.</summary>
        private static string Blank(string side) =>
            side.Length > 0 && (char.IsAsciiLetterOrDigit(side[0]) || char.IsAsciiLetterOrDigit(side[^1]))
                ? " " : "";

        /// <summary>A side of a comparison; codes are told as what the other side is.</summary>
        private string Side(Node side, Node other) => side switch
        {
            LiteralNode literal => Value(literal, FieldOf(other)),
            BinaryNode or LogicNode or ChoiceNode => $"（{Say(side)}）",
            _ => Say(side),
        };

        private string Membership(InNode membership)
        {
            var field = FieldOf(membership.Left);
            var list = string.Join(words.In("、", ", "), membership.Items.Select(item =>
                item is LiteralNode literal ? Value(literal, field) : Say(item)));
            var left = Say(membership.Left);
            return membership.Negated ? words.In($"{left}不属于{list}", $"{left} is none of {list}")
                : words.In($"{left}属于{list}", $"{left} is one of {list}");
        }

        private string Lambda(LambdaNode lambda)
        {
            var added = items.Add(lambda.Parameter);
            var said = Say(lambda.Body);
            if (added)
            {
                items.Remove(lambda.Parameter);
            }

            return said;
        }

        private string Call(CallNode call)
        {
            var name = call.Target is NameNode { Name: "Math" } ? $"Math.{call.Name}" : call.Name;
            var form = call.Arguments.Count == 0 && SentenceWords.Bare.TryGetValue(name, out var bare) ? bare
                : SentenceWords.Calls.TryGetValue(name, out var known) ? known : (Wording?)null;
            if (name == "lookup" && call.Arguments.Count > 0)
            {
                return Lookup(call);
            }

            var target = call.Target is null or NameNode { Name: "Math" } ? "" : Say(call.Target);
            var parts = call.Arguments.Select(argument => argument is LiteralNode literal
                ? Value(literal, call.Target is null ? null : FieldOf(call.Target)) : Say(argument)).ToList();
            return form is not { } said ? Called(name, target, parts) : string.Format(
                CultureInfo.InvariantCulture, words.In(said),
                [target, .. parts, .. Enumerable.Repeat("…", Math.Max(0, 3 - parts.Count))]);
        }

        /// <summary>What there are no words for, with its parts in words.</summary>
        private string Called(string name, string target, List<string> parts)
        {
            var all = string.Join(words.In("、", ", "), parts);
            return target.Length == 0 ? $"{name}({all})"
                : words.In($"{target}的 {name}({all})", $"{name}({all}) of {target}");
        }

        private string Lookup(CallNode call)
        {
            var keys = string.Join(words.In("、", ", "), call.Arguments.Skip(1).Select(Say));
            var table = call.Arguments[0] is LiteralNode { Value: string named } ? named
                : Say(call.Arguments[0]);
            return keys.Length == 0 ? words.In($"表“{table}”", $"table \"{table}\"")
                : words.In($"表“{table}”中{keys}一行", $"the row {keys} of table \"{table}\"");
        }

        private static string? FieldOf(Node node) => node switch
        {
            MemberNode member => member.Name,
            NameNode name => name.Name,
            _ => null,
        };

        private string Value(LiteralNode literal, string? field) => literal.Value switch
        {
            null => "null",
            true => words.In("是", "true"),
            false => words.In("否", "false"),
            NumberLiteral number => string.Create(CultureInfo.InvariantCulture, $"{number.Value}"),
            string code => $"“{TextOf(code, field)}”",
            var other => $"{other}",
        };

        private string TextOf(string code, string? field) =>
            field == "kind" && words.catalogue.Kind(code) is { } kind ? words.In(kind.Label)
            : field is not null && words.catalogue.FieldTypeOf(field) is { } declared
                && declared.Titles.TryGetValue(code, out var title) ? words.In(title) : code;
    }
}
