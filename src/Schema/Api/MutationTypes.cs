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
    private readonly MutationErrors _errors;

    private MutationTypes(StoredType type) => (_type, _errors) = (type, new MutationErrors(type));

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
        ImmutableArray<ModelField> update = [.. _type.Fields.Where(field => field.IsInUpdateInput)];
        ImmutableArray<InputValueDefinitionNode> which = [Sdl.Input("id", "ID!", ApiDescriptions.Id), .. ExpectedVersion()];

        // The server makes ids; it has no way to make the numbers that another system counts. And an input can't be empty.
        if (!create.IsEmpty && _type.IdKind is not (IdKind.Int or IdKind.Long) && _errors.IsOpen(AccessOperation.Create))
        {
            var description = _type.Access.Owner is null ? $"Makes a {_type.Name}." : $"Makes a {_type.Name} that belongs to the caller.";
            Add("create", description, AccessOperation.Create, new CreateField(_type), create, _errors.OfCreate(uniqueFields.Count > 0));
        }

        if (!update.IsEmpty && _errors.IsOpen(AccessOperation.Update))
        {
            Add(
                "update",
                $"Changes fields of a {_type.Name}: those that the input leaves out stay.",
                AccessOperation.Update,
                new UpdateField(_type),
                [.. which, .. update.Select(UpdateInput)],
                _errors.OfUpdate(canCollide: update.Any(field => uniqueFields.Contains(field.Name))));
        }

        if (_errors.IsOpen(AccessOperation.Delete))
        {
            Add("delete", $"Deletes a {_type.Name}.", AccessOperation.Delete, new DeleteField(_type), which, _errors.OfDelete());
        }

        _types.AddRange(_errors.Types);
    }

    private static string RootField(string path) => path.Split('.')[0];

    // A required field that the server can write by itself needn't be given: see TypeAccess.Stamps.
    private InputValueDefinitionNode CreateInput(ModelField field)
    {
        var isStamped = _type.Access.Stamps.Any(stamp => stamp.Path.Stored == field.StoredName);
        return Sdl.Input(field.InputName, isStamped ? FieldTypes.UpdateInput(field.Type) : FieldTypes.Input(field.Type), field.Description, field.Default);
    }

    private static InputValueDefinitionNode UpdateInput(ModelField field) =>
        Sdl.Input(field.InputName, FieldTypes.UpdateInput(field.Type), field.Description);

    private ImmutableArray<InputValueDefinitionNode> ExpectedVersion() => _type.IsVersioned
        ? [Sdl.Input("ifVersion", "Int", "The `version` that is meant: if there is another by now, nothing is done.")]
        : [];

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
            Directives = [.. GateDirectives.Of(_type.Access.Gates, operation), CostDirectives.OfFetch],
        });
        _types.Add(Sdl.InputObject(inputType, null, input));
        _types.Add(Sdl.Object(payload, null,
        [
            Sdl.Field(ApiNames.CamelCase(_type.Name), _type.Name, verb == "delete" ? "As it was before." : "As it is now."),
            Sdl.Field("errors", $"[{error}!]", "Why nothing was done; null when it was."),
        ]));
        _types.Add(Sdl.Union(error, null, errors));
    }
}
