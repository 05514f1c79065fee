using CreditScoring.Documents;
using CreditScoring.Events;
using CreditScoring.Law.Language;
using CreditScoring.Law.Language.Binding;
using CreditScoring.Law.Language.Library;
using CreditScoring.Law.Language.Parsing;
using CreditScoring.Law.Language.Running;
using CreditScoring.Law.Scenes;
using CreditScoring.Standings.Telling;
using CreditScoring.Workbench.Schemas;
using Shape = CreditScoring.Law.Language.Shape;

namespace CreditScoring.Workbench.Editing;

/// <summary>What a name of an expression means, and where it is declared.</summary>
/// <param name="names">The names that the expression may use.</param>
/// <param name="declared">What the pack declares.</param>
/// <param name="file">The file that the expression stands in.</param>
/// <param name="way">The way to it in that file.</param>
internal sealed class NameCards(TextScope names, Declared declared, string file, string way)
{
    /// <summary>What the word of a text means; null: it is no name, or nobody has said.</summary>
    public Wording? Meaning(string text, ExpressionWord word) =>
        Around(text, word) is not var (parts, around) ? null : around[^1] switch
        {
            NameNode name => OfName(name, parts[name]),
            MemberNode member when InName(word, member.NameStart) => OfMember(member, parts),
            CallNode call when InName(word, call.NameStart) => OfCall(call, parts),
            LiteralNode => Value(parts, around) is { } value
                ? Card(value.Name, value.Title, value.Said) : null,
            _ => null,
        };

    /// <summary>Where what the word names is declared; null: nowhere in the rules.</summary>
    public Place? Declaration(string text, ExpressionWord word)
    {
        var place = Around(text, word) is not var (parts, around) ? null : around[^1] switch
        {
            NameNode name => declared.NamedValue(file, way, name.Name)?.Place,
            MemberNode member when InName(word, member.NameStart)
                && parts[member.Target]?.Type.Record is HappeningShape happening =>
                declared.Field(member.Name, happening.KindNames),
            LiteralNode => Value(parts, around)?.Place,
            _ => null,
        };
        return place?.File is null ? null : place;
    }

    /// <summary>What people call a member, with its unit; null: the catalogue does not say.</summary>
    public static Wording? LabelOf(Member member)
    {
        if (member.Label is not { } label)
        {
            return Meanings.Of(member.Name);
        }

        var field = new EventField(member.Name, FieldType.Number, label) { Unit = member.Unit };
        return member.Unit is null ? label : new Wording(
            $"{label.Zh}（{FieldText.Unit(field, "zh")}）", $"{label.En} ({FieldText.Unit(field, "en")})");
    }

    /// <summary>The parts around a word; of a text that is not finished, of what stands before it.</summary>
    private (BoundParts Parts, IReadOnlyList<Node> Around)? Around(string text, ExpressionWord word)
    {
        var end = word.InQuotes ? Math.Min(text.Length, word.End + 1) : word.End;
        var parts = BoundParts.Of(text, names.Scope, names.Given)
            ?? BoundParts.Of(UnfinishedText.Closed(text[..end]), names.Scope, names.Given);
        return parts?.Around(word.Start) is { Count: > 0 } around ? (parts, around) : null;
    }

    private Wording? OfName(NameNode name, BoundPart? part)
    {
        if (declared.NamedValue(file, way, name.Name) is { } named)
        {
            return Card(
                named.Name, named.Title, named.Said, part is null ? null : Signatures.Worded(part.Type));
        }

        return part is null or { Type.Shape: Shape.Nothing } ? null
            : Card(name.Name, Signatures.Said(name.Name), null, Signatures.Worded(part.Type));
    }

    private static Wording? OfMember(MemberNode member, BoundParts parts)
    {
        if (parts[member.Target]?.Type is not { } target)
        {
            return null;
        }

        if (target.Record is { } record && NameBinder.MemberCalled(target, member.Name) is { } called
            && record.Find(called) is { } found)
        {
            return Card(called, LabelOf(found), null, Signatures.Worded(parts[member]?.Type ?? found.Type));
        }

        return Methods.Property(target.Present(), member.Name) is { } property
            ? Signature(Signatures.Worded(property, "", 1), property.Name) : null;
    }

    private Wording? OfCall(CallNode call, BoundParts parts)
    {
        if (call.Target is null)
        {
            return names.Scope.Functions.TryGetValue(call.Name, out var function)
                ? Signature(Signatures.Worded(function), function.Name)
                : Signatures.BuiltIn.FirstOrDefault(each => each.Name == call.Name) is { Name: not null } own
                    ? Signature(Signatures.Plain(own.Row.Written), own.Name)
                : Forms(Methods.Static("", call.Name), "", 0);
        }

        return parts[call.Target]?.Type is { } target
            ? target.Shape == Shape.List && ListBinder.Forms.TryGetValue(call.Name, out var form)
                ? Signature(Signatures.Worded(form), form.Name)
                : Forms(Methods.Of(target.Present(), call.Name), "", 1)
            : call.Target is NameNode owner && Methods.Owner(owner.Name) is { } known
                ? Forms(Methods.Static(known, call.Name), known + ".", 0) : null;
    }

    private DeclaredName? Value(BoundParts parts, IReadOnlyList<Node> around) =>
        around[^1] is LiteralNode { Value: string text }
            ? new ListedValues(parts, declared, file).At(around)
                .FirstOrDefault(each => each.Name == text)
            : null;

    private static bool InName(ExpressionWord word, int start) => word.Start == start;

    private static Wording? Forms(IEnumerable<Method> forms, string owner, int target)
    {
        var all = forms.Select(form => Signatures.Worded(form, owner, target)).ToArray();
        var name = forms.FirstOrDefault()?.Name;
        return name is null ? null : Signature(
            new Wording(
                string.Join('\n', all.Select(each => each.Zh)),
                string.Join('\n', all.Select(each => each.En))),
            owner + name);
    }

    private static Wording Signature(Wording written, string name) => new(
        $"```\n{written.Zh}\n```\n{Signatures.Said(name)?.Zh}".TrimEnd(),
        $"```\n{written.En}\n```\n{Signatures.Said(name)?.En}".TrimEnd());

    /// <summary>A name in bold, what it is called, its type, and what it is made of.</summary>
    private static Wording Card(string name, Wording? title, string? said, Wording? type = null) => new(
        Card(name, title is { } zh ? $"{zh.Zh} · {zh.En}" : null, type?.Zh, said),
        Card(name, title is { } en ? $"{en.En} · {en.Zh}" : null, type?.En, said));

    private static string Card(string name, string? title, string? type, string? said) =>
        $"**{name}**{(title is null ? "" : " " + title)}{(type is null ? "" : $"  \n{type}")}"
            + (string.IsNullOrEmpty(said) ? "" : $"\n```\n{said}\n```");
}
