using CreditScoring.Documents;
using Newtonsoft.Json;

namespace CreditScoring.Events;

/// <summary>
/// What a CloudEvent has and our own form has not, and how it writes what both have: attributes are texts.
/// </summary>
internal sealed class CloudAttributes(EventDraft draft, EventCatalogue catalogue, ValueReader values)
{
    public const string Version = "specversion";

    private const string Supported = "1.0";
    private const string ContentType = "datacontenttype";
    private const string Packed = "data_base64";
    private const string TargetSource = "actsonsource";

    /// <summary>Of who carried the event; they say nothing of what happened.</summary>
    private static readonly string[] PassedOver =
        ["dataschema", "traceparent", "tracestate", "partitionkey", "recordedtime"];

    private static readonly string[] Names = [Version, ContentType, Packed, TargetSource, .. PassedOver];

    private readonly EventTokens tokens = values.Tokens;
    private readonly List<string> seen = [];
    private string? targetSource;

    /// <summary>Every attribute that may be sent.</summary>
    public static IEnumerable<string> All => Envelope.Cloud.Names.Concat(Names);

    /// <summary>Whether the value at hand is of an attribute that no property is; it is read.</summary>
    public bool Takes(string name, Spot here)
    {
        if (!Names.Contains(name))
        {
            return false;
        }

        if (seen.Contains(name))
        {
            values.Add(EventFlaws.Twice(tokens.At(here), name));
            tokens.Skip();
        }
        else if (tokens.Token != JsonToken.Null)
        {
            seen.Add(name);
            Read(name);
        }

        return true;
    }

    /// <summary>Whether a property is written in another way than in our own form; it is read.</summary>
    public bool Takes(Property property)
    {
        switch (property)
        {
            case Property.Sequence when tokens.Token == JsonToken.String: ReadSequence(); return true;
            case Property.Subject:
                draft.Subjects = new SubjectReader(values, catalogue).OneInText();
                return true;
            case Property.Subjects:
                draft.Subjects = new SubjectReader(values, catalogue).SeveralInText();
                return true;
            case Property.OccurredOn: ReadTime(); return true;
            case Property.ActsOn: draft.Target = values.Id() is { } id ? (null, id) : null; return true;
            default: return false;
        }
    }

    /// <summary>Once all of them are read.</summary>
    public void Close(Spot start)
    {
        if (!seen.Contains(Version))
        {
            values.Add(EventFlaws.Missing(tokens.At(start), Version));
        }

        if (targetSource is not null && !draft.Has(Property.ActsOn))
        {
            values.Add(EventFlaws.Missing(tokens.At(start), Envelope.Cloud[Property.ActsOn]));
        }

        if (draft.Target is { } target)
        {
            draft.Target = target with { Source = targetSource };
        }
    }

    private void Read(string name)
    {
        switch (name)
        {
            case Version:
                if (values.Text() is { } version && version != Supported)
                {
                    values.Add(EventFlaws.WrongVersion(tokens.Here, version));
                }

                break;
            case ContentType:
                if (values.Text() is { } type && !IsJson(type))
                {
                    values.Add(EventFlaws.DataNotJson(tokens.Here, type));
                }

                break;
            case Packed:
                // What it lacks is not told besides.
                draft.Note(Property.Data, tokens.Spot);
                values.Add(EventFlaws.DataPacked(tokens.Here));
                tokens.Skip();
                break;
            case TargetSource: targetSource = values.Source(); break;
            default: tokens.Skip(); break;
        }
    }

    private void ReadTime()
    {
        if (!values.Is(JsonToken.String, "时刻", "an instant in double quotes"))
        {
            return;
        }

        draft.OccurredOn = ShanghaiTime.DayOf(tokens.Text) is { } day && day >= ValueReader.Earliest
            ? day : null;
        if (draft.OccurredOn is null)
        {
            values.Add(EventFlaws.NoSuchInstant(tokens.Here, tokens.Text));
        }
    }

    private void ReadSequence()
    {
        draft.Sequence = tokens.Text.All(char.IsAsciiDigit) && long.TryParse(tokens.Text, out var number)
            ? number : null;
        if (draft.Sequence is null)
        {
            values.Add(EventFlaws.WrongNumber(tokens.Here, EventFlaws.WholeFromZero));
        }
    }

    /// <summary>Whether a media type says JSON, with whatever parameters.</summary>
    private static bool IsJson(string type)
    {
        const StringComparison Any = StringComparison.OrdinalIgnoreCase;
        var plain = type.Split(';')[0].Trim();
        return plain.Equals("application/json", Any) || plain.EndsWith("+json", Any);
    }
}
