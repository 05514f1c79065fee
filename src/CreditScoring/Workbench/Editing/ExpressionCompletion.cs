using CreditScoring.Documents;
using CreditScoring.Law.Language;
using CreditScoring.Law.Language.Binding;
using CreditScoring.Law.Language.Library;
using CreditScoring.Law.Language.Parsing;
using CreditScoring.Law.Language.Running;
using CreditScoring.Workbench.Schemas;
using Shape = CreditScoring.Law.Language.Shape;

namespace CreditScoring.Workbench.Editing;

/// <summary>
/// What can be written at the caret of an expression. The text before the caret is bound with a name that
/// nothing has at its end, and what the binder knows there is what is offered: types narrowed by what was
/// written before, the items of the aggregates around.
/// </summary>
internal sealed class ExpressionCompletion(
    string text, TextScope names, Declared declared, string file, string way)
{
    private const string Mark = "theCaretStandsHere";

    private static readonly string[] Words = ["true", "false", "null"];

    public Completion At(int caret)
    {
        var word = ExpressionWord.At(text, caret);
        var found = word.InQuotes ? Values(word) : word.IsMember(text) ? Members(word) : Names(word);
        return new Completion(word.Start, word.End, [.. found.DistinctBy(each => each.Text)]);
    }

    private IEnumerable<Suggestion> Values(ExpressionWord word)
    {
        var head = text[..(word.Start - 1)] + word.Quote + Mark + word.Quote;
        return Parts(head) is { } parts && parts.Around(word.Start) is { Count: > 0 } around
            ? new ListedValues(parts, declared, file).At(around).Select(value => Value(value, quote: ""))
            : [];
    }

    private IEnumerable<Suggestion> Members(ExpressionWord word)
    {
        var chain = UnfinishedText.ChainBefore(text, word.Start);
        var (parts, at) = Parts(text[..word.Start] + Mark) is { } all ? (all, word.Start)
            : (Parts(chain + Mark), chain.Length);
        if (parts?.Around(at) is not [.., MemberNode { Name: Mark } member])
        {
            return [];
        }

        return parts[member.Target] is { } target ? OfType(target.Type)
            : member.Target is NameNode owner && Methods.Owner(owner.Name) is { } known ? OfOwner(known)
            : member.Target is NameNode option && Methods.OptionsOf(option.Name) is { } options
                ? Enum.GetNames(options).Select(each => Plain(each, SuggestionKind.Value))
            : [];
    }

    private IEnumerable<Suggestion> Names(ExpressionWord word)
    {
        var parts = Parts(text[..word.Start] + Mark);
        var around = parts?.Around(word.Start) ?? [];
        var items = around is [.., NameNode name] ? parts![name]?.Items ?? [] : [];
        var bare = items is [.., { Name: null } innermost] ? OfType(innermost.Type) : [];
        var wanted = around is [.., BinaryNode pair, _]
            ? new ListedValues(parts!, declared, file).Of(pair.Left)
                .Select(value => Value(value, quote: "\""))
            : [];
        return wanted.Concat(items.Select(Item)).Concat(bare)
            .Concat(names.Scope.Variables.Values.Select(Variable))
            .Concat(names.Scope.Functions.Values.Select(Function))
            .Concat(Methods.NamesOf("").SelectMany(each => Methods.Static("", each)).Select(
                form => Form(form, "", 0)))
            .Concat(Signatures.BuiltIn.Select(each => new Suggestion(
                each.Name, SuggestionKind.Function, Signatures.Plain(each.Row.Written))
            {
                Meaning = Signatures.Said(each.Name), Insert = each.Name + "(",
            }))
            .Concat(Methods.OwnerNames.Select(each => Plain(each, SuggestionKind.Name)))
            .Concat(Words.Select(each => Plain(each, SuggestionKind.Value)));
    }

    private BoundParts? Parts(string unfinished) =>
        BoundParts.Of(UnfinishedText.Closed(unfinished), names.Scope, names.Given);

    private static IEnumerable<Suggestion> OfType(RuleType type)
    {
        if (type.Record is { } record)
        {
            return record.MemberNames.Select(record.Find).OfType<Member>().Select(Field);
        }

        if (type.Shape == Shape.List)
        {
            return ListBinder.NamesOfLists.Select(form => new Suggestion(
                form.Name, SuggestionKind.Function, Signatures.Worded(form))
            {
                Meaning = Signatures.Said(form.Name), Insert = form.Name + "(",
            }).Concat(type.Key is not { } key ? []
                : [new Suggestion("Key", SuggestionKind.Field, Signatures.Worded(key))]);
        }

        var isWrapped = Nullable.GetUnderlyingType(type.Clr) is not null;
        return isWrapped
            ? [
                new Suggestion("Value", SuggestionKind.Field, Signatures.Worded(type.Present())),
                new Suggestion("HasValue", SuggestionKind.Field, Signatures.Worded(RuleType.Boolean)),
            ]
            : Methods.NamesOf(type).SelectMany(name => Methods.Of(type, name))
                .Select(form => Form(form, "", 1));
    }

    private static IEnumerable<Suggestion> OfOwner(string owner) =>
        Methods.NamesOf(owner).SelectMany(name => Methods.Static(owner, name))
            .Select(form => Form(form, owner + ".", 0));

    private Suggestion Variable(Variable variable) =>
        declared.NamedValue(file, way, variable.Name) is { } named
            ? new Suggestion(variable.Name, SuggestionKind.NamedValue, Signatures.Worded(variable.Type))
            {
                Meaning = named.Title ?? (named.Said is null ? null : Same(named.Said)),
            }
            : new Suggestion(variable.Name, SuggestionKind.Name, Signatures.Worded(variable.Type))
            {
                Meaning = Signatures.Said(variable.Name),
            };

    private static Suggestion Item(Frame item) =>
        new(item.Name ?? "it", SuggestionKind.Name, Signatures.Worded(item.Type));

    private static Suggestion Field(Member member) =>
        new(member.Name, SuggestionKind.Field, Signatures.Worded(member.Type))
        {
            Meaning = NameCards.LabelOf(member),
        };

    private static Suggestion Function(Function function) =>
        new(function.Name, SuggestionKind.Function, Signatures.Worded(function))
        {
            Meaning = Signatures.Said(function.Name), Insert = function.Name + "(",
        };

    private static Suggestion Form(Method form, string owner, int target) => new(
        form.Name, form.IsProperty ? SuggestionKind.Field : SuggestionKind.Function,
        Signatures.Worded(form, owner, target))
    {
        Meaning = Signatures.Said(owner + form.Name), Insert = form.IsProperty ? form.Name : form.Name + "(",
    };

    private static Suggestion Value(DeclaredName value, string quote) =>
        new(value.Name, SuggestionKind.Value, value.Title ?? Same(value.Said ?? ""))
        {
            Meaning = value.Title, Insert = quote + value.Name + quote,
        };

    private static Suggestion Plain(string text, SuggestionKind kind) => new(text, kind, Same(""));

    private static Wording Same(string text) => new(text, text);
}
