using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace CreditScoring.Service.Contract;

/// <summary>JSON Schema -> schema of the contract; its parts ($defs) become components.</summary>
internal static class TakenSchemas
{
    public static IOpenApiSchema Read(string text, OpenApiDocument document)
    {
        var root = JsonNode.Parse(
            text.Replace("#/$defs/", "#/components/schemas/", StringComparison.Ordinal))!.AsObject();
        if (root["$defs"] is JsonObject parts)
        {
            root.Remove("$defs");
            foreach (var (name, part) in parts)
            {
                document.AddComponent(name, Schema(part!, document));
            }
        }

        return root["$ref"] is { } named
            ? new OpenApiSchemaReference($"{named}".Split('/')[^1], document) : Schema(root, document);
    }

    private static OpenApiSchema Schema(JsonNode node, OpenApiDocument document)
    {
        var schema = OpenApiModelFactory.Parse<OpenApiSchema>(
            node.ToJsonString(), OpenApiSpecVersion.OpenApi3_1, document, out var diagnostic);
        return diagnostic.Errors.Count == 0 && schema is not null ? schema
            : throw new InvalidOperationException($"a schema cannot be read: {diagnostic.Errors[0].Message}");
    }
}
