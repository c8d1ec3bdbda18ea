using System.Collections.Immutable;
using OwnedData.GraphQL.Language;
using OwnedData.Schema.Access;
using OwnedData.Schema.Model;

namespace OwnedData.Schema.Api;

/// <summary>Makes the mutations of one stored type: each with its input, its payload and the errors that can occur there.</summary>
internal sealed class MutationTypes
{
    private readonly StoredType _type;
    private readonly List<FieldDefinitionNode> _fields = [];
    private readonly List<TypeDefinitionNode> _types = [];

    private MutationTypes(StoredType type) => _type = type;

    /// <summary>What each of the mutation fields does, by their names.</summary>
    public Dictionary<string, ApiField> ApiFields { get; } = [];

    /// <summary>The fields of Mutation.</summary>
    public IReadOnlyList<FieldDefinitionNode> Fields => _fields;

    /// <summary>Inputs, payloads and errors.</summary>
    public IReadOnlyList<TypeDefinitionNode> Types => _types;

    public static MutationTypes Of(StoredType type)
    {
        var mutations = new MutationTypes(type);
        mutations.AddAll();
        return mutations;
    }

    private void AddAll()
    {
        var uniqueFields = _type.Indexes.Where(index => index.IsUnique).SelectMany(index => index.Fields).Select(RootField).ToHashSet();
        ImmutableArray<InputValueDefinitionNode> create = [.. _type.Fields.Where(field => field.IsInCreateInput).Select(CreateInput)];
        ImmutableArray<InputValueDefinitionNode> update = [.. _type.Fields.Where(field => field.IsInUpdateInput).Select(UpdateInput)];
        var id = Sdl.Input("id", "ID!", ApiDescriptions.Id);

        // The server makes ids; it has no way to make the numbers that another system counts. And an input can't be empty.
        if (!create.IsEmpty && _type.IdKind is not (IdKind.Int or IdKind.Long))
        {
            Add(
                "create",
                $"Makes a {_type.Name} that belongs to the caller.",
                AccessOperation.Create,
                new CreateField(_type),
                create,
                WriteErrors(canCollide: uniqueFields.Count > 0));
        }

        if (!update.IsEmpty)
        {
            var canCollide = _type.Fields.Any(field => field.IsInUpdateInput && uniqueFields.Contains(field.Name));
            Add(
                "update",
                $"Changes fields of a {_type.Name}: those that the input leaves out stay.",
                AccessOperation.Update,
                new UpdateField(_type),
                [id, .. update],
                [.. WriteErrors(canCollide), ApiNames.NotFoundError(_type.Name)]);
        }

        Add("delete", $"Deletes a {_type.Name}.", AccessOperation.Delete, new DeleteField(_type), [id], [ApiNames.NotFoundError(_type.Name)]);
        AddErrors(uniqueFields.Count > 0);
    }

    private static string RootField(string path) => path.Split('.')[0];

    private ImmutableArray<string> WriteErrors(bool canCollide) =>
        canCollide ? [ApiNames.ValidationError, ApiNames.AlreadyExistsError(_type.Name)] : [ApiNames.ValidationError];

    private static InputValueDefinitionNode CreateInput(ModelField field) =>
        Sdl.Input(field.Name, FieldTypes.Input(field.Type), field.Description, field.Default);

    private static InputValueDefinitionNode UpdateInput(ModelField field) =>
        Sdl.Input(field.Name, FieldTypes.UpdateInput(field.Type), field.Description);

    private void Add(
        string verb,
        string description,
        AccessOperation operation,
        ApiField does,
        ImmutableArray<InputValueDefinitionNode> input,
        ImmutableArray<string> errors)
    {
        var name = ApiNames.Mutation(verb, _type.Name);
        var inputType = ApiNames.MutationInput(verb, _type.Name);
        var payload = ApiNames.MutationPayload(verb, _type.Name);
        var error = ApiNames.MutationError(verb, _type.Name);
        ApiFields.Add(name, does);
        _fields.Add(Sdl.Field(name, payload + "!", description, Sdl.Input("input", inputType + "!")) with
        {
            Directives = [.. GateDirectives.Of(_type.Access, operation), CostDirectives.OfFetch],
        });
        _types.Add(Sdl.InputObject(inputType, null, input));
        _types.Add(Sdl.Object(payload, null,
        [
            Sdl.Field(ApiNames.CamelCase(_type.Name), _type.Name, verb == "delete" ? "As it was before." : "As it is now."),
            Sdl.Field("errors", $"[{error}!]", "Why nothing was done; null when it was."),
        ]));
        _types.Add(Sdl.Union(error, null, errors));
    }

    private void AddErrors(bool canCollide)
    {
        _types.Add(Sdl.Object(
            ApiNames.NotFoundError(_type.Name),
            $"The caller has no {_type.Name} of that id.",
            [CommonTypes.Message],
            ApiNames.Error));
        if (canCollide)
        {
            _types.Add(Sdl.Object(
                ApiNames.AlreadyExistsError(_type.Name),
                $"The caller has a {_type.Name} with these values already.",
                [CommonTypes.Message, Sdl.Field("fields", "[String!]!", "The fields that must differ from all others together.")],
                ApiNames.Error));
        }
    }
}
