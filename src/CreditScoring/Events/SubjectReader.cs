using CreditScoring.Documents;
using Newtonsoft.Json;

namespace CreditScoring.Events;

/// <summary>Whom an event names: <c>subject</c>, or <c>subjects</c> with their roles.</summary>
internal sealed class SubjectReader(ValueReader values, EventCatalogue catalogue)
{
    private static readonly string[] Members = ["role", "kind", "id"];

    private readonly EventTokens tokens = values.Tokens;

    public IReadOnlyList<Named> One() => Subject() is { } named ? [named] : [];

    public IReadOnlyList<Named> Several(out bool nobody)
    {
        var named = new List<Named>();
        var count = 0;
        nobody = false;
        if (!values.Is(JsonToken.StartArray, "主体列表", "a list of subjects"))
        {
            return named;
        }

        while (tokens.Next() != JsonToken.EndArray)
        {
            if (++count > ValueReader.MostItems)
            {
                tokens.Skip();
            }
            else
            {
                AddTo(named);
            }
        }

        nobody = count == 0;
        if (count > ValueReader.MostItems)
        {
            values.Add(EventFlaws.TooMany(tokens.Here, ValueReader.MostItems));
        }

        return named;
    }

    /// <summary>As a CloudEvent names it: <c>operator/91350100M000100Y43</c>.</summary>
    public IReadOnlyList<Named> OneInText() =>
        values.Id() is { } text && InText(text) is { } named ? [named] : [];

    /// <summary>As a CloudEvent names them: <c>producer=operator/...; seller=operator/...</c>.</summary>
    public IReadOnlyList<Named> SeveralInText()
    {
        var named = new List<Named>();
        foreach (var part in values.Ids()?.Split(';', StringSplitOptions.TrimEntries) ?? [])
        {
            Add(InText(part), tokens.Spot, named);
        }

        return named;
    }

    /// <param name="text"><c>role=kind/id</c>, or without the role.</param>
    private Named? InText(string text)
    {
        var (equals, slash) = (text.IndexOf('='), text.IndexOf('/'));
        var role = equals >= 0 && equals < slash ? text[..equals] : null;
        var kind = role is null ? 0 : equals + 1;
        if (slash <= kind || slash + 1 == text.Length)
        {
            values.Add(EventFlaws.WrongSubject(tokens.Here, new(
                $"“{Spelling.Shown(text)}”没有写成“类型/标识”",
                $"'{Spelling.Shown(text)}' is not written as kind/id")));
            return null;
        }

        Part Of(string? written) => new() { Seen = true, Spot = tokens.Spot, Text = written };
        return Checked(new Draft
        {
            Role = Of(role), Kind = Of(text[kind..slash]), Id = Of(text[(slash + 1)..]),
        });
    }

    private void AddTo(List<Named> named)
    {
        var place = tokens.Spot;
        Add(Subject(), place, named);
    }

    private void Add(Named? read, Spot place, List<Named> named)
    {
        if (read is not { } subject)
        {
            return;
        }

        if (named.Contains(subject))
        {
            values.Add(EventFlaws.SubjectTwice(tokens.At(place)));
        }

        named.Add(subject);
    }

    private Named? Subject()
    {
        var place = tokens.Spot;
        var draft = new Draft();
        if (!values.Members(Members, draft.Take(values), "主体 {kind, id}", "a subject { kind, id }"))
        {
            return null;
        }

        foreach (var name in draft.Missing())
        {
            values.Add(EventFlaws.Missing(tokens.At(place), name));
        }

        return Checked(draft);
    }

    private Named? Checked(Draft draft)
    {
        var role = draft.Role.Text is null ? null : catalogue.Role(draft.Role.Text);
        if (role is null && draft.Role.Text is not null)
        {
            values.Add(EventFlaws.NotListed(
                tokens.At(draft.Role.Spot), draft.Role.Text, catalogue.Roles));
        }

        if (draft.Kind.Text is null || draft.Id.Text is null)
        {
            return null;
        }

        if (catalogue.SubjectKind(draft.Kind.Text) is not { } kind)
        {
            values.Add(EventFlaws.UnknownSubjectKind(
                tokens.At(draft.Kind.Spot), draft.Kind.Text,
                catalogue.SubjectKinds.Select(known => (known.Name, known.Label))));
            return null;
        }

        if (kind.TryParse(draft.Id.Text, out var subject, out var flaw, values.Kept))
        {
            return new Named(role, subject);
        }

        values.Add(EventFlaws.WrongSubject(tokens.At(draft.Id.Spot), flaw!.Value));
        return null;
    }

    private struct Part
    {
        public bool Seen;
        public Spot Spot;
        public string? Text;
    }

    private sealed class Draft
    {
        public Part Role;
        public Part Kind;
        public Part Id;

        public Action<string> Take(ValueReader values) => name =>
        {
            ref var part = ref name == "id" ? ref Id : ref name == "kind" ? ref Kind : ref Role;
            part.Seen = true;
            part.Spot = values.Tokens.Spot;
            if (name != "role" || values.Tokens.Token != JsonToken.Null)
            {
                part.Text = values.Id();
            }
        };

        public IEnumerable<string> Missing()
        {
            if (!Kind.Seen)
            {
                yield return "kind";
            }

            if (!Id.Seen)
            {
                yield return "id";
            }
        }
    }
}
