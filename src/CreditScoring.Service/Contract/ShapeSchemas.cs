using System.Text.Json.Nodes;
using CreditScoring.Documents;
using Microsoft.OpenApi;

namespace CreditScoring.Service.Contract;

/// <summary>The schemas of what is answered, made of the shapes that write it.</summary>
internal sealed class ShapeSchemas(OpenApiDocument document)
{
    /// <summary>The schema of a shape, by reference.</summary>
    public IOpenApiSchema Of(JsonShape shape)
    {
        if (document.Components?.Schemas?.ContainsKey(shape.Name) != true)
        {
            var schema = new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                Properties = new Dictionary<string, IOpenApiSchema>(),
                Required = new SortedSet<string>(StringComparer.Ordinal),
                AdditionalPropertiesAllowed = false,
            };
            // Before its members: a shape may contain itself.
            document.AddComponent(shape.Name, schema);
            foreach (var member in shape.Members)
            {
                schema.Properties.Add(member.Name, Member(member));
                if (!member.MayBeAbsent)
                {
                    schema.Required.Add(member.Name);
                }
            }
        }

        return new OpenApiSchemaReference(shape.Name, document);
    }

    private IOpenApiSchema Member(JsonMember member)
    {
        var said = $"{member.Says.Zh} · {member.Says.En}";
        if (member.Type is JsonObjectOf part)
        {
            // A reference says nothing else beside.
            var choices = new List<IOpenApiSchema> { Of(part.Shape()) };
            if (member.MayBeNull)
            {
                choices.Add(new OpenApiSchema { Type = JsonSchemaType.Null });
                return new OpenApiSchema { OneOf = choices, Description = said };
            }

            return new OpenApiSchema { AllOf = choices, Description = said };
        }

        var schema = Plain(member.Type, member.MayBeNull);
        schema.Description = said;
        return schema;
    }

    private IOpenApiSchema Item(JsonType type) =>
        type is JsonObjectOf part ? Of(part.Shape()) : Plain(type, false);

    private OpenApiSchema Plain(JsonType type, bool mayBeNull)
    {
        var orNull = mayBeNull ? JsonSchemaType.Null : 0;
        return type switch
        {
            JsonScalar scalar =>
                new OpenApiSchema { Type = TypeOf(scalar.Name) | orNull, Format = scalar.Format },
            JsonWords words => new OpenApiSchema
            {
                Type = JsonSchemaType.String | orNull,
                Enum = [.. words.All.Select(word => (
                    JsonNode)word), .. mayBeNull ? [JsonNullSentinel.JsonNull] : new List<JsonNode>()],
            },
            JsonListOf list =>
                new OpenApiSchema { Type = JsonSchemaType.Array | orNull, Items = Item(list.Item) },
            JsonMapOf map => new OpenApiSchema
            {
                Type = JsonSchemaType.Object | orNull,
                AdditionalProperties = map.Value is JsonAnything ? null : Plain(map.Value, mayBeNull: true),
            },
            _ => new OpenApiSchema(),
        };
    }

    private static JsonSchemaType TypeOf(string name) => name switch
    {
        "number" => JsonSchemaType.Number,
        "integer" => JsonSchemaType.Integer,
        "boolean" => JsonSchemaType.Boolean,
        _ => JsonSchemaType.String,
    };
}
