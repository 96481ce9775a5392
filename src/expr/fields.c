/* fields.c - which columns an expression reads, and where it says so. */
#include "expr/ast.h"

#include "base/str.h"

size_t bd_expr_field_count(const bd_expr *expr)
{
	return expr->field_count;
}

const char *bd_expr_field(const bd_expr *expr, size_t i)
{
	return expr->fields[i];
}

static bool is_nothing(const bd_xnode *node)
{
	return node->kind == BD_X_CONST && bd_value_is_missing(node->value);
}

/* Functions that ask whether there is something, or of what kind it is. */
static bool asks(const bd_xnode *node)
{
	return node->kind == BD_X_CALL && node->function && node->function->name[0] == 'i' &&
	       node->function->name[1] == 's';
}

/* Whether the parent provides for an argument that is not there: isValid(a), a == null, a || 0,
 * a ?? 0, a && a.b. */
static bool provides(const bd_xnode *parent, uint32_t i)
{
	bool equality = parent->kind == BD_X_BINARY && parent->op >= BD_X_EQUAL &&
			parent->op <= BD_X_NOT_SAME;
	if (equality)
		return is_nothing(parent->args[1 - i]);
	return asks(parent) || (i == 0 && (parent->kind == BD_X_AND || parent->kind == BD_X_OR ||
					   parent->kind == BD_X_NULLISH));
}

/* *provided: some use of it provides for its absence. */
static const bd_place *first_use(const bd_xnode *node, size_t slot, bool *provided)
{
	const bd_place *place = NULL;
	if (node->kind == BD_X_FIELD)
		return node->slot == slot ? node->place : NULL;
	for (uint32_t i = 0; i < node->count; i++) {
		const bd_place *found = first_use(node->args[i], slot, provided);
		if (found && node->args[i]->kind == BD_X_FIELD && provides(node, i))
			*provided = true;
		place = place ? place : found;
	}
	return place;
}

const bd_place *bd_expr_field_place(const bd_expr *expr, size_t i)
{
	bool provided = false;
	const bd_place *place = first_use(expr->root, i, &provided);
	return provided ? NULL : place;
}
